package io.evenkeel.bot.metrics;

import io.evenkeel.bot.schedule.BudgetRound;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.slo.Prices;
import io.evenkeel.persistence.slo.Readings;
import io.evenkeel.slo.Objectives;
import io.evenkeel.slo.Stand;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * How objectives stand, as measured last. One that is not measured now has no value at all: neither
 * a 0, which would look like an outage, nor the last one, which would look well.
 */
public final class BudgetFigures implements MultiCollector {
  private static final Duration FRESH = Duration.ofSeconds(5);

  /** How far back what incidents cost is added up. */
  private static final Duration LATELY = Duration.ofDays(30);

  private record Read(List<Stand> stands, List<Prices.Sum> costs) {}

  private final Cached<Read> cached;
  private final InstantSource clock;

  private BudgetFigures(Database database, Objectives objectives, InstantSource clock) {
    this.clock = clock;
    cached =
        new Cached<>(
            database,
            clock,
            FRESH,
            tx ->
                new Read(
                    new Readings(tx).of(objectives.all()),
                    new Prices(tx).sums(clock.instant().minus(LATELY))));
  }

  /** How the objectives stand. */
  public static void register(
      PrometheusMeterRegistry meters,
      Database database,
      Objectives objectives,
      InstantSource clock) {
    if (!objectives.all().isEmpty()) {
      meters.getPrometheusRegistry().register(new BudgetFigures(database, objectives, clock));
    }
  }

  /** How often they were measured. */
  public static void register(MeterRegistry meters, BudgetRound round) {
    FunctionCounter.builder("evenkeel.objectives.measured", round, BudgetRound::measured)
        .description("Times that an objective was measured; take sum() over replicas")
        .register(meters);
    FunctionCounter.builder("evenkeel.objectives.failed", round, BudgetRound::failed)
        .description("Times that an objective could not be measured")
        .register(meters);
  }

  @Override
  public MetricSnapshots collect() {
    Instant now = clock.instant();
    Read read = cached.known().orElse(new Read(List.of(), List.of()));
    List<Stand> fresh = read.stands().stream().filter(one -> one.fresh(now) != null).toList();
    var all = MetricSnapshots.builder();
    if (!read.costs().isEmpty()) {
      all.metricSnapshot(BudgetGauges.costs(read.costs()));
    }
    if (fresh.isEmpty()) {
      return all.build();
    }
    BudgetGauges.of(fresh).forEach(all::metricSnapshot);
    return all.build();
  }
}
