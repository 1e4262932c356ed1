package io.evenkeel.bot.metrics;

import io.evenkeel.bot.schedule.BudgetRound;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.slo.Prices;
import io.evenkeel.persistence.slo.Readings;
import io.evenkeel.slo.BurnRate;
import io.evenkeel.slo.Objectives;
import io.evenkeel.slo.Reading;
import io.evenkeel.slo.Stand;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * How objectives stand, as measured last. One that is not measured now has no value at all: neither
 * a 0, which would look like an outage, nor the last one, which would look well.
 */
public final class BudgetFigures implements MultiCollector {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private static final String SAME = "; missing while not measured; the same from every replica";

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
      all.metricSnapshot(costs(read.costs()));
    }
    if (fresh.isEmpty()) {
      return all.build();
    }
    all.metricSnapshot(
        gauge(
            "slo_compliance_percentage",
            "The share in the objective's window that was good, in percent" + SAME,
            fresh,
            Reading::compliance));
    all.metricSnapshot(
        gauge(
            "slo_error_budget_left_percentage",
            "What is left of the error budget, in percent; below 0 when more is spent than there"
                + " was"
                + SAME,
            fresh,
            reading -> reading.budget().left()));
    return all.metricSnapshot(burns(fresh)).build();
  }

  private static GaugeSnapshot costs(List<Prices.Sum> costs) {
    var gauge =
        GaugeSnapshot.builder()
            .name("slo_incidents_burned_percentage")
            .help(
                "What incidents mitigated in the last 30 days cost of the error budget, in percent"
                    + " of all of it; private ones and drills are left out; the same from every"
                    + " replica");
    for (Prices.Sum one : costs) {
      gauge.dataPoint(
          GaugeDataPointSnapshot.builder()
              .labels(Labels.of("service", one.service(), "slo_name", one.name(), "how", one.how()))
              .value(one.share().scaleByPowerOfTen(2).doubleValue())
              .build());
    }
    return gauge.build();
  }

  private static GaugeSnapshot gauge(
      String name, String help, List<Stand> stands, Function<Reading, BigDecimal> share) {
    var gauge = GaugeSnapshot.builder().name(name).help(help);
    for (Stand stand : stands) {
      gauge.dataPoint(
          GaugeDataPointSnapshot.builder()
              .labels(
                  Labels.of(
                      "service", stand.objective().service(), "slo_name", stand.objective().name()))
              .value(share.apply(reading(stand)).scaleByPowerOfTen(2).doubleValue())
              .build());
    }
    return gauge.build();
  }

  private static GaugeSnapshot burns(List<Stand> stands) {
    var gauge =
        GaugeSnapshot.builder()
            .name("slo_burn_rate")
            .help("How many times as fast as allowed the error budget is spent" + SAME);
    for (Stand stand : stands) {
      for (Map.Entry<Duration, BurnRate> burn : reading(stand).burns().entrySet()) {
        gauge.dataPoint(
            GaugeDataPointSnapshot.builder()
                .labels(
                    Labels.of(
                        "service",
                        stand.objective().service(),
                        "slo_name",
                        stand.objective().name(),
                        "window",
                        burn.getKey().toString().substring(2).toLowerCase(Locale.ROOT)))
                .value(burn.getValue().times().doubleValue())
                .build());
      }
    }
    return gauge.build();
  }

  private static Reading reading(Stand stand) {
    return Objects.requireNonNull(stand.reading());
  }
}
