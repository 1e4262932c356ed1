package io.evenkeel.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EscalationTest {
  private static final Step PRIMARY = Step.of(new Whom.OnCall("payments", null));
  private static final Step CHANNEL = Step.of(new Whom.Channel());

  @Test
  void eachStepIsADirectMessageAndThenAMentionAndTheNextStepFollows() {
    var ladder = new Escalation("payments", List.of(PRIMARY, CHANNEL), 0, List.of());

    assertThat(climbed(ladder))
        .containsExactly(new Rung(0, 0, false), new Rung(0, 0, true), new Rung(0, 1, false));
  }

  @Test
  void theWholeLadderIsGoneThroughAgainAsOftenAsItRepeats() {
    var ladder = new Escalation("payments", List.of(PRIMARY), 2, List.of());

    assertThat(climbed(ladder)).hasSize(6).contains(new Rung(2, 0, true));
  }

  @Test
  void aStepLastsItsTimeHalfOfItUntilTheMention() {
    var ladder =
        new Escalation(
            "payments",
            List.of(new Step(PRIMARY.whom(), List.of(), Duration.ofMinutes(4)), CHANNEL),
            0,
            List.of());

    assertThat(ladder.time(new Rung(0, 0, false))).isEqualTo(Duration.ofMinutes(2));
    assertThat(ladder.time(new Rung(0, 0, true))).isEqualTo(Duration.ofMinutes(2));
    assertThat(ladder.time(new Rung(0, 1, false))).isEqualTo(Step.USUAL);
  }

  @Test
  void aPolicyThatNamesTheSeverityCountsBeforeOneForAll() {
    var all = new Escalation("all", List.of(PRIMARY), 0, List.of());
    var worst = new Escalation("worst", List.of(PRIMARY), 0, List.of("SEV-1"));
    var policies = new Escalations(List.of(all, worst));

    assertThat(policies.of("SEV-1")).contains(worst);
    assertThat(policies.of("SEV-3")).contains(all);
    assertThat(policies.find("@Worst")).contains(worst);
  }

  @Test
  void nothingThatIsOverComesBackToLife() {
    assertThat(State.ACKNOWLEDGED.mayBecome(State.ESCALATED)).isFalse();
    assertThat(State.ENDED.mayBecome(State.ACKNOWLEDGED)).isFalse();
    assertThat(State.EXHAUSTED.mayBecome(State.ACKNOWLEDGED)).isTrue();
  }

  private static List<Rung> climbed(Escalation ladder) {
    var rungs = new ArrayList<Rung>();
    for (Optional<Rung> at = Optional.of(Rung.FIRST); at.isPresent(); at = ladder.next(at.get())) {
      rungs.add(at.get());
    }
    return rungs;
  }
}
