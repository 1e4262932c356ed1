package io.evenkeel.bot.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.desk.Spent;
import io.evenkeel.bot.desk.Watch;
import io.evenkeel.bot.measure.Meter;
import io.evenkeel.bot.prometheus.Measured;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.persistence.slo.Readings;
import io.evenkeel.reminder.Cadences;
import io.evenkeel.service.Catalogue;
import io.evenkeel.slo.Band;
import io.evenkeel.slo.BurnDown;
import io.evenkeel.slo.Reading;
import io.evenkeel.slo.Stand;
import io.evenkeel.slo.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objectives of a service, measured by questions that a test answers, with a real Postgres. */
final class BudgetRoundTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Watch watch = Spent.watch();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<Window.Span> planned = new ArrayList<>();
  private volatile String bad = "0";
  private volatile @Nullable Measured instead;

  private final BudgetRound round = round();
  private final DueSweep sweep = sweep(round);

  private BudgetRound round() {
    return new BudgetRound(
        watch.database,
        Catalogue.NONE,
        Spent.OBJECTIVES,
        new Meter(this::answer),
        (_, _, _) -> planned,
        MINUTE);
  }

  private DueSweep sweep(BudgetRound budgets) {
    return new DueSweep(
        watch.database,
        watch.desk,
        Duration.ofDays(7),
        Cadences.STANDARD,
        Schedules.NONE,
        null,
        new Forgetting(watch.database, null, null, null, null),
        budgets);
  }

  /** 1,000,000 were asked in the window, and a hundredth of that in anything shorter. */
  private Measured answer(String promql, Instant at) {
    asked.add(promql);
    if (instead != null) {
      return instead;
    }
    boolean window = promql.contains("[2592000s]");
    String value = promql.contains("5..") ? window ? bad : "1" : window ? "1000000" : "10000";
    return new Measured.Value(new BigDecimal(value));
  }

  @AfterEach
  void close() {
    watch.close();
  }

  private void measured(String badOnes) {
    bad = badOnes;
    watch.later(MINUTE);
    round.look(watch.now());
    sweep.sweep(watch.now());
  }

  private Stand stand() {
    return watch.query(tx -> new Readings(tx).of(Spent.OBJECTIVES.all())).getFirst();
  }

  /** Who locked the row last, also for a write that was none. */
  private long written() {
    return watch.query(tx ->
        tx.unwrap(DSLContext.class)
            .resultQuery("select xmax::text::bigint from slo_state")
            .fetchSingleInto(Long.class));
  }

  private Reading reading() {
    return Objects.requireNonNull(stand().reading());
  }

  @Test
  void whatIsBadOfWhatIsValidIsTheBudgetSpent() {
    measured("347");
    assertThat(reading().budget().left()).isEqualByComparingTo("0.653");
    assertThat(reading().budget().band()).isEqualTo(Band.NORMAL);
    assertThat(reading().compliance()).isEqualByComparingTo("0.999653");
    assertThat(reading().burns()).hasSize(7);
    assertThat(Objects.requireNonNull(reading().burn()).times()).isEqualByComparingTo("0.1");
    List<BurnDown.Point> past =
        watch.query(tx -> new Readings(tx).past(Spent.AVAILABILITY, Instant.EPOCH));
    assertThat(past)
        .extracting(BurnDown.Point::left)
        .singleElement()
        .satisfies(left -> assertThat(left).isEqualByComparingTo("0.653"));
  }

  @Test
  void severalReplicasAskOnceAMinute() {
    measured("0");
    int once = asked.size();
    assertThat(written()).as("who measures leaves nothing locked").isZero();
    round().look(watch.now());
    round().look(watch.now().plusSeconds(59));
    assertThat(asked).hasSize(once);
    assertThat(written()).as("who has nothing to do writes nothing").isZero();
    round().look(watch.now().plusSeconds(60));
    assertThat(asked).hasSize(2 * once);
  }

  @Test
  void whatCannotBeMeasuredStaysAsItWasAndSaysWhy() {
    measured("347");
    Instant before = watch.now();
    instead = new Measured.Unmeasured("Prometheus cannot be reached.");
    measured("999");
    measured("999");
    assertThat(stand().failure()).isEqualTo("Prometheus cannot be reached.");
    assertThat(stand().failingSince()).isEqualTo(before.plus(MINUTE));
    assertThat(reading().at()).isEqualTo(before);
    assertThat(stand().fresh(before.plus(Duration.ofMinutes(11)))).isNull();
    instead = null;
    measured("347");
    assertThat(stand().failure()).isNull();
    assertThat(stand().failingSince()).isNull();
  }

  @Test
  void plannedMaintenanceCountsForNothingAndOverlapsOnce() {
    Instant now = Watch.BEGAN;
    planned.add(new Window.Span(now.minusSeconds(7200), now.minusSeconds(3600)));
    planned.add(new Window.Span(now.minusSeconds(5400), now.minusSeconds(3000)));
    measured("348");
    assertThat(asked).contains("sum(increase(http_requests_total[4200s]))");
    assertThat(reading().counted().valid()).isEqualByComparingTo("990000");
    assertThat(reading().counted().bad()).isEqualByComparingTo("347");
  }

  @Test
  void aTenthLeftDeclaresOneIncidentForEachBreach() {
    measured("899");
    assertThat(watch.timeline(1)).isEmpty();
    measured("900");
    assertThat(watch.timeline(1))
        .anyMatch(entry -> entry.contains("Error budget of api availability is nearly spent"))
        .anyMatch(entry -> entry.contains("10.0 % of the error budget of 43.20 minutes is left"));
    measured("905");
    measured("910");
    round().look(watch.now());
    sweep(round()).sweep(watch.now());
    assertThat(watch.timeline(2)).isEmpty();
    assertThat(reading().budget().band()).isEqualTo(Band.CRITICAL);

    watch.says(Watch.ALICE, "resolve INC-1 rolled back");
    measured("890");
    measured("950");
    assertThat(watch.timeline(2)).anyMatch(entry -> entry.contains("SEV-3"));
  }

  @Test
  void anEarlierIncidentThatIsOpenStillStandsForTheNextBreachToo() {
    measured("950");
    measured("800");
    measured("950");
    assertThat(watch.timeline(2)).isEmpty();
    assertThat(watch.timeline(1)).anyMatch(entry -> entry.contains("It had recovered before"));
  }

  @Test
  void nothingLeftIsToldOnceWithWhatIsToBeDone() {
    measured("1042");
    measured("1042");
    measured("1100");
    assertThat(watch.timeline(1))
        .anyMatch(entry ->
            entry.contains("104.2 % of the error budget of 43.20 minutes is spent: 1.81 minutes"))
        .satisfiesOnlyOnce(
            entry -> assertThat(entry).contains("Action item 1: Roll back what was changed last"))
        .satisfiesOnlyOnce(
            entry -> assertThat(entry).contains("Action item 2: Find the root causes"));
    assertThat(Spent.said(watch)).singleElement().asString().contains("104.2 %", "INC-1");
  }
}
