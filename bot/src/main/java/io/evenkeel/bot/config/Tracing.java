package io.evenkeel.bot.config;

import java.util.Map;

/**
 * How traces are sent.
 *
 * @param variables as OpenTelemetry names them; empty where nothing is traced. Headers among them
 *     are secret
 */
public record Tracing(Map<String, String> variables) {
  static final Tracing NONE = new Tracing(Map.of());

  public Tracing {
    variables = Map.copyOf(variables);
  }

  @Override
  public String toString() {
    return "Tracing" + variables.keySet();
  }
}
