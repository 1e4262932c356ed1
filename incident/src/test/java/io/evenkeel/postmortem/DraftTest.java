package io.evenkeel.postmortem;

import static io.evenkeel.postmortem.Played.ALICE;
import static io.evenkeel.postmortem.Played.BOB;
import static io.evenkeel.postmortem.Played.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleCommand;
import io.evenkeel.incident.Status;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DraftTest {
  private static final Role SCRIBE = new Role("scribe");

  @Test
  void theTimelineIsToldByWhenThingsHappened() {
    Draft draft =
        new Played("14:32", "14:30")
            .then("14:50", new Command.Note("The pager rang", at("14:31")))
            .draft();

    assertThat(draft.timeline())
        .extracting(Line::at, Line::tPlus, Line::text, Line::recordedLater)
        .containsExactly(
            tuple(at("14:30"), "T+0m", "Detected", at("14:32")),
            tuple(at("14:31"), "T+1m", "The pager rang", at("14:50")),
            tuple(at("14:32"), "T+2m", "Declared SEV-1: API service down", null),
            tuple(at("14:32"), "T+2m", "alice is acting incident commander", null));
  }

  @Test
  void aCorrectedEntryIsLeftOutAndTheCorrectionStands() {
    Draft draft =
        new Played("14:32", "14:30")
            .then("14:40", new Command.SetMilestone(Milestone.DETECTED, at("14:28")))
            .draft();

    assertThat(draft.timeline())
        .filteredOn(line -> "Detected".equals(line.text()))
        .extracting(Line::at)
        .containsExactly(at("14:28"));
    assertThat(draft.superseded()).isEqualTo(1);
    assertThat(draft.head().count()).isEqualTo(4);
  }

  @Test
  void aMessageStandsAtItsOwnTimeUnderItsAuthorsNameAndAWithdrawnOneNowhere() {
    Draft draft =
        new Played("14:32", "14:30")
            .captured("14:31", "error rate is up", "14:50")
            .captured("14:33", "never mind", "14:51")
            .withdrawn("14:52")
            .draft();

    assertThat(draft.timeline())
        .extracting(Line::at, Line::author, Line::text, Line::source, Line::recordedLater)
        .contains(tuple(at("14:31"), "bob", "error rate is up", "https://x", at("14:50")));
    assertThat(draft.timeline())
        .extracting(Line::text)
        .doesNotContain("never mind", "Withdrew a message of bob");
    assertThat(draft.superseded()).isEqualTo(1);
  }

  @Test
  void whatIsSaidToBeUnknownHasNoPlaceInTheTimeline() {
    Draft draft =
        new Played("14:32", "14:30")
            .then("14:40", new Command.SetMilestone(Milestone.DETECTED, null))
            .draft();

    assertThat(draft.timeline())
        .extracting(Line::text)
        .noneMatch(text -> text.contains("Detected"));
    assertThat(draft.zeroIs()).isEqualTo(Milestone.DECLARED);
    assertThat(draft.zero()).isEqualTo(at("14:32"));
  }

  @Test
  void anUnknownMilestoneStaysUnknownAndOneThatIsAheadSaysSo() {
    assertThat(new Played("14:32", null).draft().milestones())
        .extracting(Reached::milestone, Reached::at, Reached::ahead)
        .containsExactly(
            tuple(Milestone.STARTED, null, false),
            tuple(Milestone.DETECTED, null, false),
            tuple(Milestone.DECLARED, at("14:32"), false),
            tuple(Milestone.ACKNOWLEDGED, at("14:32"), false),
            tuple(Milestone.MITIGATED, null, true),
            tuple(Milestone.RESOLVED, null, true));
  }

  @Test
  void aSkippedMilestoneIsNotFilledInAtTheEnd() {
    assertThat(
            new Played("14:32", null).then("14:45", new Command.Resolve(null)).draft().milestones())
        .filteredOn(reached -> reached.milestone() == Milestone.MITIGATED)
        .containsExactly(new Reached(Milestone.MITIGATED, null, null, false));
  }

  @Test
  void aDurationIsGivenOnlyWhereBothEndsAreKnown() {
    assertThat(
            new Played("14:32", "14:20", "14:30")
                .then("14:40", new Command.Mitigate(null))
                .then("14:45", new Command.Resolve(null))
                .draft()
                .durations())
        .containsExactly(
            elapsed("Time to detect", Milestone.STARTED, Milestone.DETECTED, 10),
            elapsed("Time to acknowledge", Milestone.DETECTED, Milestone.ACKNOWLEDGED, 2),
            elapsed("Time to mitigate", Milestone.DETECTED, Milestone.MITIGATED, 10),
            elapsed("Time to resolve", Milestone.DETECTED, Milestone.RESOLVED, 15));
    assertThat(
            new Played("14:32", null).then("14:45", new Command.Resolve(null)).draft().durations())
        .extracting(Elapsed::what, Elapsed::time, Elapsed::why)
        .containsExactly(
            tuple("Time to detect", null, "started is unknown"),
            tuple("Time to acknowledge", null, "detected is unknown"),
            tuple("Time to mitigate", null, "mitigated is unknown"),
            tuple("Time to resolve", Duration.ofMinutes(13), ""));
    assertThat(new Played("14:32", null).draft().durations())
        .extracting(Elapsed::why)
        .contains("mitigated is not reached yet", "resolved is not reached yet");
  }

  @Test
  void aMitigationBeforeTheDetectionHasNoDuration() {
    assertThat(
            new Played("14:32", "14:30")
                .then("14:40", new Command.SetMilestone(Milestone.MITIGATED, at("14:10")))
                .draft()
                .durations())
        .filteredOn(elapsed -> elapsed.to() == Milestone.MITIGATED)
        .extracting(Elapsed::time, Elapsed::why)
        .containsExactly(tuple(null, "mitigated is before detected"));
  }

  @Test
  void rolesAndDecisionsAreThoseOfTheTimeline() {
    Draft draft =
        new Played("14:32", null).then("14:36", new Command.Decide("Promote the replica")).draft();

    assertThat(draft.roles())
        .containsExactly(
            new Holding(Role.INCIDENT_COMMANDER, ALICE.name(), true, at("14:32"), null, ""));
    assertThat(draft.decisions()).extracting(Line::text).containsExactly("Promote the replica");
  }

  @Test
  void everybodyWhoHeldARoleIsNamedWithHowItEnded() {
    Draft draft =
        new Played("14:32", null)
            .then("14:33", new RoleCommand.Confirm())
            .then("14:34", BOB, new RoleCommand.Take(SCRIBE))
            .then("14:35", BOB, new RoleCommand.Unassign(SCRIBE))
            .then("14:40", new RoleCommand.Unassign(Role.INCIDENT_COMMANDER))
            .then("14:41", BOB, new RoleCommand.Take(Role.INCIDENT_COMMANDER))
            .draft();

    assertThat(draft.roles())
        .containsExactly(
            commander("alice", true, "14:32", "14:33", "confirmed"),
            commander("alice", false, "14:33", "14:40", "laid down"),
            commander("alice", true, "14:40", "14:41", "followed by bob"),
            commander("bob", false, "14:41", null, ""),
            new Holding(SCRIBE, "bob", false, at("14:34"), at("14:35"), "given back"));
  }

  @Test
  void aHandoverIsToldFromATakingOver() {
    var taken =
        new RoleCommand.Assign(
            List.of(new RoleCommand.Assignment(Role.INCIDENT_COMMANDER, ALICE)), "no answer");
    Draft draft =
        new Played("14:32", null)
            .then("14:33", new RoleCommand.Confirm())
            .then("14:40", new RoleCommand.HandOver(Role.INCIDENT_COMMANDER, BOB))
            .then("14:42", BOB, new RoleCommand.Accept(null))
            .then("15:00", taken)
            .draft();

    assertThat(draft.roles())
        .extracting(Holding::ended)
        .containsExactly("confirmed", "handed over to bob", "taken over by alice", "");
  }

  private static Holding commander(
      String name, boolean acting, String since, @Nullable String until, String ended) {
    return new Holding(
        Role.INCIDENT_COMMANDER, name, acting, at(since), until == null ? null : at(until), ended);
  }

  @Test
  void theTextThatCameWithTheStatusIdentifiedIsTheCauseThatIsQuoted() {
    Draft draft =
        new Played("14:32", null)
            .then("14:34", update("Identified a slow query", null))
            .then("14:35", update("The pool is exhausted", Status.IDENTIFIED))
            .then("14:36", update("Root cause: cosmic rays", null))
            .draft();

    assertThat(draft.identified()).extracting(Line::text).isEqualTo("The pool is exhausted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Root cause identified: connection pool exhausted",
        "root cause is the pool",
        "Root-cause: the pool",
        "Identified database connection pool exhaustion",
        "This was caused by the deploy"
      })
  void anEntryThatNamesTheCauseIsQuoted(String text) {
    Draft draft =
        new Played("14:32", null)
            .then("14:33", update("Looking at dashboards", null))
            .then("14:35", update(text, null))
            .draft();

    assertThat(draft.identified()).extracting(Line::text).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Still looking for the root cause",
        "Root cause is still unknown",
        "Root cause: unknown",
        "No culprit has been identified, not identified yet"
      })
  void anEntryThatSaysNobodyKnowsIsNotTheCause(String text) {
    assertThat(new Played("14:32", null).then("14:35", update(text, null)).draft().identified())
        .isNull();
  }

  @Test
  void theSameTimelineInAnyOrderGivesTheSameDraft() {
    var played = new Played("14:32", "14:30").then("14:35", update("The pool", Status.IDENTIFIED));

    assertThat(played.draft()).isEqualTo(played.draft());
    assertThat(played.draftOfReversed()).isEqualTo(played.draft());
  }

  private static Command.Update update(String text, @Nullable Status status) {
    return new Command.Update(text, status, null, false);
  }

  private static Elapsed elapsed(String what, Milestone from, Milestone to, long minutes) {
    return new Elapsed(what, from, to, Duration.ofMinutes(minutes), "");
  }
}
