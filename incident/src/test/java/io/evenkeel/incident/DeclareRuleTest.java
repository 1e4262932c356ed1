package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.ALICE;
import static io.evenkeel.incident.Scene.NUMBER;
import static io.evenkeel.incident.Scene.START;
import static io.evenkeel.incident.Scene.accepted;
import static io.evenkeel.incident.Scene.declaration;
import static io.evenkeel.incident.Scene.declare;
import static io.evenkeel.incident.Scene.kinds;
import static io.evenkeel.incident.Scene.offered;
import static io.evenkeel.incident.Scene.refusal;
import static io.evenkeel.incident.Scene.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeclareRuleTest {

  @Test
  void whatIsHiddenIsNotAnnounced() {
    var decision =
        Scene.declare(
            new Command.Declare(
                "API down",
                null,
                List.of(),
                null,
                null,
                Visibility.PRIVATE,
                Mode.LIVE,
                false,
                new ChannelId("C0TEAM")));

    assertThat(Scene.refusal(decision)).contains("--channel", "--private", "Which one is meant?");
    assertThat(((Decision.Refused) decision).reason().offers().stream().map(Offer::command))
        .containsExactly(
            "declare --title \"API down\" --private",
            "declare --title \"API down\" --channel <#C0TEAM>");
  }

  @Test
  void whoDeclaresIsActingCommanderAndAcknowledges() {
    Incident incident = accepted(declare(declaration("API down"))).next();

    assertThat(incident.commander()).contains(new Incident.Holder(ALICE, true, START));
    assertThat(incident.status()).isEqualTo(Status.INVESTIGATING);
    assertThat(incident.milestones().at(Milestone.DECLARED)).contains(START);
    assertThat(incident.milestones().at(Milestone.ACKNOWLEDGED)).contains(START);
    assertThat(incident.entries()).isEqualTo(2);
  }

  @Test
  void whatEvenkeelDeclaresNobodyCommandsAndNobodyIsInvitedTo() {
    Decision.Accepted decision = byEvenkeel();
    Incident incident = decision.next();

    assertThat(incident.declaredBy()).isEqualTo(Person.EVENKEEL);
    assertThat(incident.commander()).isEmpty();
    assertThat(incident.responsible()).isEmpty();
    assertThat(incident.milestones().at(Milestone.DECLARED)).contains(START);
    assertThat(incident.milestones().mark(Milestone.ACKNOWLEDGED)).isEmpty();
    assertThat(decision.entries())
        .extracting(TimelineEntry::kind)
        .containsExactly(EntryKind.DECLARED);
    assertThat(decision.effects()).noneMatch(Effect.Invite.class::isInstance);
    assertThat(decision.effects()).anyMatch(Effect.Announce.class::isInstance);
    assertThat(words(decision)).contains("Nobody commands it yet.");
  }

  @Test
  void theFirstThingThatAPersonDoesAcknowledgesWhatEvenkeelDeclared() {
    Incident declared = byEvenkeel().next();
    var evenkeel = new Actor.Evenkeel();
    Instant later = START.plusSeconds(60);
    Incident noted = accepted(declared.decide(note("by itself"), evenkeel, later)).next();
    assertThat(noted.milestones().mark(Milestone.ACKNOWLEDGED)).isEmpty();

    Instant seen = START.plusSeconds(120);
    Incident joined = accepted(noted.decide(new Command.Join(), Scene.human(ALICE), seen)).next();
    assertThat(joined.milestones().at(Milestone.ACKNOWLEDGED)).contains(seen);
    Incident again =
        accepted(joined.decide(note("more"), Scene.human(ALICE), seen.plusSeconds(60))).next();
    assertThat(again.milestones().at(Milestone.ACKNOWLEDGED)).contains(seen);
  }

  private static Command.Note note(String text) {
    return new Command.Note(text, null, null);
  }

  private static Decision.Accepted byEvenkeel() {
    return accepted(
        Incident.declare(
            NUMBER, declaration("API down"), new Actor.Evenkeel(), START, SeverityScale.STANDARD));
  }

  @Test
  void whatNobodySaidStaysUnknown() {
    Milestones milestones = accepted(declare(declaration("API down"))).next().milestones();

    assertThat(milestones.mark(Milestone.STARTED)).isEmpty();
    assertThat(milestones.mark(Milestone.DETECTED)).isEmpty();
    assertThat(milestones.mark(Milestone.MITIGATED)).isEmpty();
    assertThat(milestones.zero()).isEqualTo(Milestone.DECLARED);
  }

  @Test
  void aSeverityThatNobodySaidIsAssumedMarkedAndAsked() {
    var decision = accepted(declare(with(null, Visibility.PUBLIC, Mode.LIVE)));

    assertThat(decision.next().severity()).isEqualTo(new Severity("SEV-2"));
    assertThat(decision.next().severityAssumed()).isTrue();
    assertThat(decision.entries().getFirst().text()).isEqualTo("Declared SEV-2 (assumed): API");
    assertThat(words(decision)).contains("as SEV-2 (assumed");
    assertThat(offered(decision))
        .contains("severity SEV-1 --incident-id INC-42", "severity SEV-4 --incident-id INC-42");
  }

  @Test
  void aSeverityThatWasSaidIsNotAsked() {
    var decision = accepted(declare(declaration("API down")));

    assertThat(decision.next().severityAssumed()).isFalse();
    assertThat(offered(decision)).isEmpty();
  }

  @Test
  void timesThatWereSaidBecomeEntriesOfTheirOwn() {
    Instant detected = Instant.parse("2026-11-21T14:30:00Z");
    Instant started = Instant.parse("2026-11-21T14:20:00Z");
    var decision = accepted(declare(at(started, detected)));

    assertThat(decision.entries())
        .extracting(TimelineEntry::seq, TimelineEntry::occurredAt, TimelineEntry::recordedAt)
        .contains(Tuple.tuple(2, started, START), Tuple.tuple(3, detected, START));
    assertThat(decision.next().zero()).isEqualTo(detected);
    assertThat(decision.next().milestones().mark(Milestone.DETECTED))
        .contains(new Milestones.Mark(detected, 3));
  }

  @Test
  void aTimeThatHasNotComeIsRefused() {
    assertThat(refusal(declare(at(null, START.plusSeconds(1))))).contains("has not happened yet");
    assertThat(refusal(declare(at(START.plusSeconds(1), null)))).contains("has not happened yet");
  }

  @Test
  void theChannelComesFirstAndTheCardBeforeItsPin() {
    var decision = accepted(declare(declaration("API service down!")));

    assertThat(decision.effects().getFirst())
        .isEqualTo(new Effect.CreateChannel("inc-42-api-service-down", Visibility.PUBLIC));
    assertThat(kinds(decision))
        .containsExactly(
            Effect.Kind.CREATE_CHANNEL,
            Effect.Kind.POST_CARD,
            Effect.Kind.INVITE,
            Effect.Kind.PIN_CARD,
            Effect.Kind.SET_TOPIC,
            Effect.Kind.ANNOUNCE,
            Effect.Kind.INFORM);
    assertThat(words(decision))
        .contains("INC-42 API service down!", "acting incident commander", "#inc-42-api-service");
  }

  @Test
  void privateOnesAndDrillsAreAnnouncedNowhereAndSaySo() {
    var secret = accepted(declare(with(Scene.SEV_1, Visibility.PRIVATE, Mode.LIVE)));
    var drill = accepted(declare(with(Scene.SEV_1, Visibility.PUBLIC, Mode.DRILL)));

    assertThat(kinds(secret)).doesNotContain(Effect.Kind.ANNOUNCE);
    assertThat(secret.effects().getFirst())
        .isEqualTo(new Effect.CreateChannel("inc-42-private", Visibility.PRIVATE));
    assertThat(words(secret)).contains("private, so it is announced nowhere");
    assertThat(kinds(drill)).doesNotContain(Effect.Kind.ANNOUNCE);
    assertThat(words(drill))
        .contains("INC-42 DRILL: API", "a drill, so it is announced nowhere", "#inc-42-drill-api");
    assertThat(drill.entries().getFirst().text()).isEqualTo("Declared SEV-1 as a drill: API");
  }

  @Test
  void aTokenDeclaresForAPerson() {
    var via =
        Incident.declare(
            NUMBER, declaration("API"), new Actor.Via("ci", ALICE), START, SeverityScale.STANDARD);

    assertThat(accepted(via).next().declaredBy()).isEqualTo(ALICE);
    assertThat(accepted(via).entries().getFirst().actor().name())
        .isEqualTo("via token ci for alice");
  }

  @Test
  void whatIsSeenIsTheFirstNote() {
    var command =
        new Command.Declare(
            "API",
            Scene.SEV_1,
            List.of(),
            null,
            null,
            Visibility.PUBLIC,
            Mode.LIVE,
            false,
            null,
            null,
            null,
            "every second request fails");
    var decision =
        Incident.declare(NUMBER, command, new Actor.Human(ALICE), START, SeverityScale.STANDARD);

    TimelineEntry note = accepted(decision).entries().getLast();
    assertThat(note.kind()).isEqualTo(EntryKind.NOTE);
    assertThat(note.text()).isEqualTo("every second request fails");
    assertThat(accepted(decision).effects())
        .contains(new Effect.ThreadEntries(note.seq(), note.seq()));
  }

  private static Command.Declare with(
      @Nullable Severity severity, Visibility visibility, Mode mode) {
    return new Command.Declare(
        "API", severity, List.of("api"), null, null, visibility, mode, false, null);
  }

  private static Command.Declare at(@Nullable Instant started, @Nullable Instant detected) {
    return new Command.Declare(
        "API",
        Scene.SEV_1,
        List.of(),
        started,
        detected,
        Visibility.PUBLIC,
        Mode.LIVE,
        false,
        null);
  }
}
