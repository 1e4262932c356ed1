package io.evenkeel.bot.metrics;

import io.evenkeel.persistence.slo.Prices;
import io.evenkeel.slo.BurnRate;
import io.evenkeel.slo.Reading;
import io.evenkeel.slo.Stand;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** How objectives stand and what incidents cost, in Prometheus' own form. */
final class BudgetGauges {
  private static final String SAME = "; missing while not measured; the same from every replica";

  private BudgetGauges() {}

  /**
   * @param stands of objectives that are measured now
   */
  static List<GaugeSnapshot> of(List<Stand> stands) {
    return List.of(
        gauge(
            "slo_compliance_percentage",
            "The share in the objective's window that was good, in percent" + SAME,
            stands,
            Reading::compliance),
        gauge(
            "slo_error_budget_left_percentage",
            "What is left of the error budget, in percent; below 0 when more is spent than there"
                + " was"
                + SAME,
            stands,
            reading -> reading.budget().left()),
        burns(stands));
  }

  static GaugeSnapshot costs(List<Prices.Sum> costs) {
    var gauge =
        GaugeSnapshot.builder()
            .name("slo_incidents_burned_percentage")
            .help(
                "What incidents mitigated in the last 30 days cost of the error budget, in percent"
                    + " of all of it; ones and drills are left out; the same from every"
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
