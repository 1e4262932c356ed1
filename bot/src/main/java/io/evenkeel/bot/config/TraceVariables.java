package io.evenkeel.bot.config;

import java.util.HashMap;
import java.util.Map;

/**
 * The {@code OTEL_…} variables, which OpenTelemetry defines; those that would do nothing or fail
 * late are told.
 */
final class TraceVariables {
  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
  private static final String TRACES_ENDPOINT = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
  private static final String PROTOCOL = "OTEL_EXPORTER_OTLP_PROTOCOL";

  private TraceVariables() {}

  /** Empty where nothing is to be traced. */
  static Tracing read(Variables variables, Map<String, String> environment) {
    boolean off =
        variables.text("OTEL_SDK_DISABLED").filter("true"::equalsIgnoreCase).isPresent()
            || variables.text("OTEL_TRACES_EXPORTER").filter("none"::equals).isPresent();
    boolean everything = address(variables, ENDPOINT);
    boolean traces = address(variables, TRACES_ENDPOINT);
    String protocol = variables.text(PROTOCOL).orElse("http/protobuf");
    if (!protocol.equals("http/protobuf")) {
      variables.fault(
          PROTOCOL,
          "is \"" + protocol + "\"",
          "Set http/protobuf, or leave it out, and give the collector's port for HTTP, mostly"
              + " 4318");
    }
    if (off || !(everything || traces)) {
      return Tracing.NONE;
    }
    Map<String, String> otel = new HashMap<>();
    environment.forEach((name, value) -> {
      if (name.startsWith("OTEL_") && !value.isBlank()) {
        otel.put(name, value);
      }
    });
    return new Tracing(otel);
  }

  private static boolean address(Variables variables, String name) {
    var text = variables.text(name);
    if (text.isPresent() && Address.web(text.get()).isEmpty()) {
      variables.fault(
          name,
          "is no address of a collector",
          "Set one such as http://collector:4318, or leave it out to send no traces");
    }
    return text.isPresent();
  }
}
