package io.evenkeel.bot.http;

import io.evenkeel.bot.hooks.AlertDoors;
import io.evenkeel.bot.hooks.Door;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.InstantSource;

/**
 * Where alerts come in: {@code /hooks/alertmanager}, {@code /hooks/grafana}, {@code
 * /hooks/pagerduty}, {@code /hooks/generic/NAME}, and {@code /v2/enqueue}, which answers as
 * PagerDuty's Events API does, also as {@code /hooks/events}.
 */
final class AlertRoutes {
  private final AlertDoors doors;
  private final AlertRoute route;
  private final AlertAnswers plain = new PlainAlertAnswers();
  private final AlertAnswers events = new EventsApiAnswers();

  AlertRoutes(Entrance entrance, HttpServer.Alerts alerts, InstantSource clock, MeterRegistry all) {
    doors = alerts.doors();
    var meter = new AlertMeter(all);
    route = new AlertRoute(entrance, alerts.taking(), clock, meter);
    doors.all().forEach(meter::watched);
  }

  void on(RoutesConfig routes) {
    routes.post("/hooks/alertmanager", at(doors.alertmanager(), Body.ALERTS, plain));
    routes.post("/hooks/grafana", at(doors.grafana(), Body.ALERTS, plain));
    routes.post("/hooks/pagerduty", at(doors.pagerDuty(), Body.WEBHOOK, plain));
    routes.post("/hooks/events", at(doors.events(), Body.EVENT, events));
    routes.post("/v2/enqueue", at(doors.events(), Body.EVENT, events));
    routes.post("/hooks/generic/{source}", this::generic);
  }

  private io.javalin.http.Handler at(Door door, Body most, AlertAnswers answers) {
    return context -> route.handle(context, door, most, answers);
  }

  private void generic(Context context) throws IOException {
    Door door = doors.generic().get(context.pathParam("source"));
    if (door == null) {
      throw AlertRoute.nothingHere();
    }
    route.handle(context, door, Body.ALERTS, plain);
  }
}
