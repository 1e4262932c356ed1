package io.evenkeel.bot.http;

import io.evenkeel.bot.access.SignIn;
import io.javalin.config.RoutesConfig;

/** Which path leads where. */
final class Site {
  private final HttpServer.Rooms rooms;
  private final Health health;

  Site(HttpServer.Rooms rooms) {
    this.rooms = rooms;
    health = new Health(rooms.condition());
  }

  /** For whoever watches over the process: nobody has to say who they are. */
  void health(RoutesConfig routes) {
    routes.get("/healthz", health::alive);
    routes.get("/readyz", health::ready);
  }

  void metrics(RoutesConfig routes) {
    routes.get(
        "/metrics",
        context ->
            context
                .result(rooms.metrics().scrape())
                .contentType("text/plain; version=0.0.4; charset=utf-8"));
  }

  /** All that people, programs and Slack come for. */
  void pages(RoutesConfig routes) {
    var bearer = new Bearer(rooms.entrance(), rooms.clock());
    var visitors = new Visitors(rooms.entrance(), bearer, rooms.clock());
    visitors.guard(routes);
    new PostmortemPage(bearer, visitors, rooms.drafts(), rooms.postmortems()).routes(routes);
    SignIn signIn = rooms.entrance().signIn();
    if (signIn != null) {
      new SignInRoutes(signIn, visitors, rooms.clock()).on(routes);
    }
    Assets.on(routes);
    new BudgetPages(rooms.budgets(), rooms.clock()).on(routes);
    new Api(bearer, rooms).on(routes);
    routes.get(
        "/oncall/{file}",
        new CalendarRoute(bearer, rooms.calendars(), rooms.calendarKey(), rooms.clock())::get);
    new AlertRoutes(rooms.entrance(), rooms.alerts(), rooms.clock(), rooms.metrics()).on(routes);
    SlackDoor slack = rooms.slack();
    if (slack != null) {
      routes.post("/slack/events", new SlackRoute(slack, rooms.metrics()));
    }
  }
}
