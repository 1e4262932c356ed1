package io.evenkeel.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrillTest {
  private static final Person ALICE = new Person(new PersonId("U1"), "alice");
  private static final Instant START = Instant.parse("2026-11-21T14:32:00Z");
  private static final Experiment EXPERIMENT =
      new Experiment(
          "database-failover",
          "The database's primary dies",
          "api",
          null,
          "Commands are answered within a minute.",
          List.of(
              new Probe(
                  "answered commands",
                  "up",
                  new Bound(new BigDecimal("0.99"), null),
                  "",
                  Duration.ofSeconds(30))),
          List.of(new Step("Kill the primary", "kubectl delete pod db-1", null)),
          "A standby takes over.",
          List.of(
              new AbortCondition("lost commands", "lost", new Bound(BigDecimal.ONE, null), ""),
              new AbortCondition("Customers write to support", null, null, "")),
          List.of(new Step("Start the old primary", null, null)),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(120));

  private Drill drill = Drill.begun(new IncidentNumber(9), EXPERIMENT, ALICE, START);
  private Instant now = START;
  private final List<Sample> samples = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  @Test
  void goesOnFromStepToStepAndTellsOnlyWhatChanges() {
    measured("1");
    assertThat(told)
        .containsExactly(
            "Before: answered commands is 1 (at least 0.99).",
            "[2/5] Kill the primary. To copy: kubectl delete pod db-1");
    measured("0.5");
    measured("0.4");
    measured("1");
    next(null);
    for (int i = 0; i < 8; i++) {
      measured("1");
    }
    next(4);
    measured("1");
    assertThat(drill.over()).isTrue();
    assertThat(drill.lookAt()).isNull();
    assertThat(told)
        .containsSequence(
            "answered commands is 0.5, which has to be at least 0.99.",
            "answered commands is 1 again (at least 0.99), after 20 s.",
            "Done: [2/5] Kill the primary. To copy: kubectl delete pod db-1",
            "[3/5] Evenkeel watches for 1 min. Nobody has to do anything.",
            "[4/5] Start the old primary");
    assertThat(findings().verdict()).isEqualTo(Verdict.HELD);
    assertThat(Report.summary(drill, samples))
        .startsWith("Drill over. The hypothesis held.")
        .contains("before 1, meanwhile 0.4 to 1 (");
  }

  @Test
  void isAbortedOnceAConditionHoldsAndSaysHowToRollBack() {
    measured("1");
    samples.add(Sample.measured(Sample.Subject.ABORT, 1, Phase.DURING, now, new BigDecimal("3")));
    take(List.of(steady("1"), samples.removeLast()));
    assertThat(told.get(told.size() - 2))
        .isEqualTo(
            "DRILL ABORTED: lost commands is 3 (at least 1). ROLL BACK NOW: 1. Start the old"
                + " primary");
    assertThat(told.getLast()).isEqualTo("[4/5] Start the old primary");
    assertThat(drill.state()).isEqualTo(Drill.State.ABORTED);
    assertThat(DrillRules.abort(drill, "again", now).refused()).isTrue();
    next(4);
    measured("1");
    assertThat(findings().verdict()).isEqualTo(Verdict.CANNOT_BE_SAID);
    assertThat(findings().why().getFirst()).contains("aborted: lost commands is 3");
  }

  @Test
  void whatLastedTooLongDidNotHold() {
    measured("1");
    for (int i = 0; i < 5; i++) {
      measured("0");
    }
    measured("1");
    next(2);
    for (int i = 0; i < 8; i++) {
      measured("1");
    }
    next(4);
    measured("1");
    assertThat(findings().verdict()).isEqualTo(Verdict.DID_NOT_HOLD);
    assertThat(findings().why())
        .containsExactly(
            "answered commands was not at least 0.99 for 50 s, and may be so for 30 s");
  }

  @Test
  void whereNothingWasMeasuredNothingIsSaid() {
    measured(null);
    assertThat(drill.step()).isEqualTo(1);
    next(1);
    measured(null);
    next(2);
    now = now.plusSeconds(120);
    measured(null);
    next(4);
    now = now.plusSeconds(300);
    measured(null);
    assertThat(drill.over()).isTrue();
    assertThat(findings().verdict()).isEqualTo(Verdict.CANNOT_BE_SAID);
    assertThat(told.getFirst())
        .isEqualTo("Before: answered commands was not measured: nobody is there.");
    assertThat(Report.summary(drill, samples))
        .contains("before not measured: nobody is there, meanwhile not measured: nobody is there");
  }

  @Test
  void aStepIsDoneOnceHoweverOftenItsButtonIsPressed() {
    measured("1");
    next(2);
    Turn again = DrillRules.next(drill, 2, ALICE, now);
    assertThat(again.refused()).isTrue();
    assertThat(again.answer()).isEqualTo("Step 2 was done before. The drill is at step 3.");
  }

  @Test
  void whatIsNotReachedIsSaidSo() {
    Turn stopped = DrillRules.stop(drill, "its incident ended (cancelled)", now);
    assertThat(Report.summary(stopped.next(), samples))
        .startsWith(
            "Drill over. Whether the hypothesis held cannot be said: The drill was aborted: its"
                + " incident ended (cancelled); answered commands was not measured before anything"
                + " was done.");
  }

  private Findings findings() {
    return Findings.of(drill, samples);
  }

  private void next(@Nullable Integer number) {
    now = now.plusSeconds(1);
    turned(DrillRules.next(drill, number, ALICE, now));
  }

  private void measured(@Nullable String value) {
    take(List.of(steady(value)));
  }

  private Sample steady(@Nullable String value) {
    Phase phase = drill.current().kind().phase();
    now = now.plusSeconds(10);
    return value == null
        ? Sample.unmeasured(Sample.Subject.STEADY, 1, phase, now, "nobody is there")
        : Sample.measured(Sample.Subject.STEADY, 1, phase, now, new BigDecimal(value));
  }

  private void take(List<Sample> fresh) {
    Turn turn = DrillRules.measured(drill, samples, fresh, now, now);
    samples.addAll(fresh);
    turned(turn);
  }

  private void turned(Turn turn) {
    assertThat(turn.refused()).isFalse();
    drill = turn.next();
    turn.notes().forEach(note -> told.add(note.text()));
  }
}
