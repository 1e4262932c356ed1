package io.evenkeel.postmortem;

import static io.evenkeel.postmortem.Played.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.Milestone;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Detected 14:30, mitigated 14:40, resolved 14:45. */
final class DoubtTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "There was a 45-minute outage",
        "an outage of 45 minutes",
        "The API was down for 45 minutes",
        "the outage lasted about 45 min",
        "45 minutes of downtime for everybody",
        "a 1.5 hour outage",
        "A 2 hour long outage",
      })
  void aLengthThatNoMilestonesHaveIsPointedOut(String text) {
    assertThat(played(text).doubts())
        .singleElement()
        .isInstanceOfSatisfying(
            Doubt.OtherLength.class,
            other -> {
              assertThat(text).contains(other.words());
              assertThat(other.known()).isEqualTo(Duration.ofMinutes(10));
              assertThat(other.where()).isNotNull();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a 10 minute outage",
        "an outage of 15 minutes",
        "down for 11 minutes",
        "Retry in 45 minutes",
        "the last outage was 3 weeks ago",
        "latency is up by 45 m",
        "back in 45 minutes after the outage",
      })
  void aLengthThatFitsOrIsNoOutagesIsLeftAlone(String text) {
    assertThat(played(text).doubts()).isEmpty();
  }

  @Test
  void withoutKnownMilestonesThereIsNothingToHoldALengthAgainst() {
    assertThat(
            new Played("14:32", "14:30")
                .then("14:35", new Command.Note("a 45-minute outage", null))
                .draft()
                .doubts())
        .isEmpty();
  }

  @Test
  void milestonesOutOfOrderArePointedOut() {
    assertThat(
            new Played("14:32", "14:30")
                .then("14:40", new Command.SetMilestone(Milestone.MITIGATED, at("14:10")))
                .draft()
                .doubts())
        .containsExactly(
            new Doubt.OutOfOrder(
                Milestone.DETECTED, at("14:30"), Milestone.MITIGATED, at("14:10")));
  }

  @Test
  void whatPeopleWroteIntoTheDocumentIsHeldAgainstTheTimelineToo() {
    assertThat(Doubt.in("An outage of 45 minutes.", played("x").incident().milestones()))
        .extracting(Doubt.OtherLength::words)
        .containsExactly("outage of 45 minutes");
  }

  @Test
  void theLongestSilenceCountsWhileTheIncidentWent() {
    Coverage coverage =
        new Played("14:32", "14:30")
            .then("14:40", new Command.Mitigate(null))
            .then("14:45", new Command.Resolve(null))
            .then("18:45", new Command.Note("much later", null))
            .draft()
            .coverage();

    assertThat(coverage.silence()).isEqualTo(new Coverage.Silence(at("14:32"), at("14:40")));
    assertThat(coverage.evidenced()).isZero();
    assertThat(coverage.late()).isEqualTo(1);
  }

  private static Draft played(String text) {
    return new Played("14:32", "14:30")
        .then("14:35", new Command.Note(text, null))
        .then("14:40", new Command.Mitigate(null))
        .then("14:45", new Command.Resolve(null))
        .draft();
  }
}
