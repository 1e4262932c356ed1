package io.evenkeel.bot.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code POST /slack/events}: the raw bytes in, the gateway's reply out, and the time it took. */
final class SlackRoute implements Handler {
  private final SlackDoor door;
  private final Timer acknowledged;

  SlackRoute(SlackDoor door, PrometheusMeterRegistry metrics) {
    this.door = door;
    acknowledged = Acknowledged.in(metrics);
  }

  @Override
  public void handle(Context context) throws IOException {
    byte[] body = Body.SLACK.read(context);
    SlackDoor.Reply reply =
        acknowledged.record(
            () -> door.receive(body, headers(context), context.queryString(), context.ip()));
    if (reply == null) {
      throw new IllegalStateException("the gateway gave no reply");
    }
    context.status(reply.status());
    reply
        .headers()
        .forEach((name, values) -> values.forEach(v -> context.res().addHeader(name, v)));
    context.result(reply.body()).contentType(reply.contentType());
  }

  private static Map<String, List<String>> headers(Context context) {
    var all = new TreeMap<String, List<String>>();
    for (String name : Collections.list(context.req().getHeaderNames())) {
      all.put(name, List.copyOf(Collections.list(context.req().getHeaders(name))));
    }
    return all;
  }
}
