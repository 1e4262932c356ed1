package io.evenkeel.bot.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.desk.Spent;
import io.evenkeel.bot.desk.Watch;
import io.evenkeel.bot.measure.Meter;
import io.evenkeel.bot.prometheus.Measured;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.persistence.slo.Prices;
import io.evenkeel.reminder.Cadences;
import io.evenkeel.service.Catalogue;
import io.evenkeel.slo.Cost;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One request each second, all of which fail while the incident lasts; or no Prometheus at all. */
final class PriceRoundTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Watch watch = Spent.watch();
  private volatile boolean away;

  private final BudgetRound round =
      new BudgetRound(
          watch.database,
          Catalogue.NONE,
          Spent.OBJECTIVES,
          new Meter(this::answer),
          (_, _, _) -> List.of(),
          MINUTE);
  private final DueSweep sweep =
      new DueSweep(
          watch.database,
          watch.desk,
          Duration.ofDays(7),
          Cadences.STANDARD,
          Schedules.NONE,
          null,
          new Forgetting(watch.database, null, null, null, null),
          round);

  private Measured answer(String promql, Instant at) {
    if (away) {
      return new Measured.Unmeasured("Prometheus cannot be reached.");
    }
    String seconds = promql.replaceAll(".*\\[([0-9]+)s].*", "$1");
    boolean none = promql.contains("5..") && Long.parseLong(seconds) > 10_000;
    return new Measured.Value(none ? BigDecimal.ZERO : new BigDecimal(seconds));
  }

  @AfterEach
  void close() {
    watch.close();
  }

  /** Detected at 14:00, mitigated at 14:45. */
  private void incident(String more) {
    watch.says(Watch.ALICE, "declare api is down --service api --detected 14:00 " + more);
    watch.later(Duration.ofMinutes(20));
    watch.says(Watch.ALICE, "milestone mitigated 14:45 --incident-id INC-1");
    look();
  }

  private void look() {
    watch.later(MINUTE);
    round.look(watch.now());
    sweep.sweep(watch.now());
  }

  private Cost cost() {
    return watch.query(tx -> new Prices(tx).of(new IncidentNumber(1))).getFirst();
  }

  private List<Prices.Sum> sums() {
    return watch.query(tx -> new Prices(tx).sums(Watch.BEGAN));
  }

  private List<String> told() {
    return watch.timeline(1).stream().filter(one -> one.startsWith("What it cost")).toList();
  }

  @Test
  void fortyFiveMinutesOfABudgetOfLessAreNeverARoundHundred() {
    incident("");
    assertThat(cost().words())
        .isEqualTo(
            "104.2 % of the error budget of api availability: 45.00 of 43.20 minutes, measured");
    look();
    look();
    assertThat(told()).containsExactly("What it cost: " + cost().words());
    assertThat(sums()).hasSize(1);
  }

  @Test
  void aMilestoneThatIsPutRightHasItMeasuredAgain() {
    incident("");
    watch.says(Watch.ALICE, "milestone mitigated 14:30 --incident-id INC-1");
    look();
    assertThat(told())
        .hasSize(2)
        .last()
        .asString()
        .contains("69.4 % of the error budget of api availability: 30.00 of 43.20 minutes");
  }

  @Test
  void withoutAMeasurementItIsEstimatedFromWhatPeopleSaidAndMarkedSo() {
    away = true;
    incident("");
    assertThat(cost().words())
        .startsWith("not known, of the error budget of api availability: Prometheus cannot be")
        .contains("Nobody has said how much failed");
    assertThat(told()).isEmpty();
    watch.says(Watch.BOB, "impact 100% --incident-id INC-1");
    look();
    assertThat(cost().words())
        .contains("104.2 %", "45.00 of 43.20 minutes, estimated from what people said");
    watch.says(Watch.BOB, "impact 40% since 14:15 --incident-id INC-1");
    look();
    assertThat(cost().words()).contains("27.8 %", "12.00 of 43.20 minutes, estimated");
    assertThat(told()).hasSize(2);
    away = false;
    watch.later(Duration.ofMinutes(10));
    look();
    assertThat(told()).hasSize(3).last().asString().endsWith("45.00 of 43.20 minutes, measured");
  }

  @Test
  void drillsHaveNoPriceAndPrivateIncidentsAreInNoSum() {
    incident("--private");
    assertThat(cost().price()).isNotNull();
    assertThat(sums()).isEmpty();
    watch.says(Watch.ALICE, "declare a drill --service api --detected 14:00 --drill --new");
    watch.says(Watch.ALICE, "milestone mitigated 14:45 --incident-id INC-2");
    look();
    List<Cost> ofDrill = watch.query(tx -> new Prices(tx).of(new IncidentNumber(2)));
    assertThat(ofDrill).isEmpty();
  }
}
