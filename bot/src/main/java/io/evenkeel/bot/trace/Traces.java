package io.evenkeel.bot.trace;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Where traces are sent, if anywhere. */
public final class Traces implements AutoCloseable {
  /** What is left over goes out within so long when the bot stops, or never. In seconds. */
  private static final int LAST = 3;

  private final Spans spans;
  private final @Nullable OpenTelemetrySdk sdk;

  private Traces(Spans spans, @Nullable OpenTelemetrySdk sdk) {
    this.spans = spans;
    this.sdk = sdk;
  }

  /**
   * Sends nothing and loads nothing where no variable asks for it.
   *
   * @param variables the environment's {@code OTEL_…} as OpenTelemetry names them
   */
  public static Traces open(Map<String, String> variables) {
    return variables.isEmpty() ? new Traces(Spans.NONE, null) : sending(variables);
  }

  private static Traces sending(Map<String, String> variables) {
    Map<String, String> properties = new HashMap<>();
    properties.put("otel.service.name", "evenkeel");
    properties.put("otel.traces.exporter", "otlp");
    properties.put("otel.exporter.otlp.protocol", "http/protobuf");
    variables.forEach((name, value) ->
        properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value.strip()));
    // Figures are scraped and logs go to standard error.
    properties.put("otel.metrics.exporter", "none");
    properties.put("otel.logs.exporter", "none");
    OpenTelemetrySdk sdk =
        AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesCustomizer(_ -> properties)
            .disableShutdownHook()
            .build()
            .getOpenTelemetrySdk();
    return new Traces(new OtlpSpans(sdk.getTracer("io.evenkeel")), sdk);
  }

  /** What the rooms tell their steps to. */
  public Spans spans() {
    return spans;
  }

  @Override
  public void close() {
    if (sdk != null) {
      sdk.getSdkTracerProvider().shutdown().join(LAST, TimeUnit.SECONDS);
    }
  }
}
