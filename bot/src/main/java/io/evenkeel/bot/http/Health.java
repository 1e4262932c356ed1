package io.evenkeel.bot.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Whether the process lives, and whether it can do its work. */
final class Health {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Supplier<List<String>> missing;

  /**
   * @param missing what the work still waits for, in words; empty when it is ready
   */
  Health(Supplier<List<String>> missing) {
    this.missing = missing;
  }

  /** The body of {@code /readyz}. */
  record Readiness(boolean ready, List<String> missing) {}

  void alive(Context context) {
    context.result("{\"alive\":true}").contentType("application/json");
  }

  void ready(Context context) {
    List<String> lacking = missing.get();
    context.status(lacking.isEmpty() ? 200 : 503);
    context
        .result(JSON.writeValueAsString(new Readiness(lacking.isEmpty(), lacking)))
        .contentType("application/json");
  }
}
