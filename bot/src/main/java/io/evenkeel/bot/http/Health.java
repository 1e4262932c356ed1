package io.evenkeel.bot.http;

import io.javalin.http.Context;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Whether the process lives, and whether it can do its work. */
final class Health {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Condition condition;

  Health(Condition condition) {
    this.condition = condition;
  }

  /** The body of {@code /healthz}. */
  record Alive(boolean alive, List<String> warnings) {}

  /** The body of {@code /readyz}. */
  record Readiness(boolean ready, List<String> missing, List<String> warnings) {}

  void alive(Context context) {
    say(context, new Alive(true, condition.warnings()));
  }

  void ready(Context context) {
    List<String> lacking = condition.missing();
    context.status(lacking.isEmpty() ? 200 : 503);
    say(context, new Readiness(lacking.isEmpty(), lacking, condition.warnings()));
  }

  private static void say(Context context, Record body) {
    context.result(JSON.writeValueAsString(body)).contentType("application/json");
  }
}
