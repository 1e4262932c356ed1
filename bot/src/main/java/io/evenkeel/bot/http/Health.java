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
  record Readiness(boolean ready, List<String> missing, List<String> warnings, List<Shown> parts) {}

  /** One part of it. */
  record Shown(String name, boolean works, String since, String words) {
    static Shown of(Part part) {
      return new Shown(part.name(), part.works(), part.since().toString(), part.words());
    }

    String line() {
      return "%-9s %s since %s. %s\n"
          .formatted(name, works ? "works" : "DOES NOT WORK", since, words);
    }
  }

  void alive(Context context) {
    say(context, new Alive(true, condition.warnings()));
  }

  void ready(Context context) {
    List<String> lacking = condition.missing();
    context.status(lacking.isEmpty() ? 200 : 503);
    var parts = condition.parts().stream().map(Shown::of).toList();
    if ("text/plain".equals(context.header("Accept"))) {
      var lines = new StringBuilder(lacking.isEmpty() ? "READY\n" : "NOT READY\n");
      parts.forEach(part -> lines.append(part.line()));
      context.result(lines.toString()).contentType("text/plain; charset=utf-8");
    } else {
      say(context, new Readiness(lacking.isEmpty(), lacking, condition.warnings(), parts));
    }
  }

  private static void say(Context context, Record body) {
    context.result(JSON.writeValueAsString(body)).contentType("application/json");
  }
}
