package io.evenkeel.bot.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The registry of one bot, with what it shows of its process and build. */
public final class ProcessFigures implements AutoCloseable {
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics pauses = new JvmGcMetrics();

  /**
   * @param version of the program, as people read it
   */
  public ProcessFigures(String version) {
    // Names against Prometheus' conventions: nanoseconds, and a gauge called a count.
    meters
        .config()
        .meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"))
        .meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
    Gauge.builder("evenkeel.build.info", () -> 1)
        .description("Always 1; which version runs, and on which Java")
        .tag("version", version)
        .tag("java", Runtime.version().toString())
        .register(meters);
    new UptimeMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ClassLoaderMetrics().bindTo(meters);
    pauses.bindTo(meters);
  }

  /** Where the rooms register theirs. */
  public PrometheusMeterRegistry meters() {
    return meters;
  }

  @Override
  public void close() {
    pauses.close();
    meters.close();
  }
}
