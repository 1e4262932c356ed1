package io.evenkeel.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.SectionBlock;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.Utterance.Asked.Listing;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Status;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Visibility;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people read in answer, and the forms they fill in, word for word. */
final class AnswerViewsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
  private static final Person ALICE = new Person(new PersonId("U0ALICE"), "alice");

  private static Command.Declare command(String title) {
    return command(title, new ChannelId("C0OTHER"));
  }

  private static Command.Declare command(String title, @Nullable ChannelId announceIn) {
    return new Command.Declare(
        title,
        new Severity("SEV-1"),
        List.of("api"),
        null,
        NOW.minusSeconds(120),
        Visibility.PRIVATE,
        Mode.DRILL,
        true,
        announceIn);
  }

  private static Incident incident(String title) {
    return next(
        Incident.declare(
            new IncidentNumber(1),
            command(title, null),
            new Actor.Human(ALICE),
            NOW,
            SeverityScale.STANDARD));
  }

  private static Incident updated() {
    return next(
        incident("API <down>")
            .decide(
                new Command.Update("Pool enlarged", Status.IDENTIFIED, null, false),
                new Actor.Human(ALICE),
                NOW.plusSeconds(600)));
  }

  private static Incident next(Decision decision) {
    return ((Decision.Accepted) decision).next();
  }

  @Test
  void anAnswerHasItsWordsAndAButtonForEachOffer() {
    var answer =
        Answer.recorded(
            new IncidentNumber(1),
            Prose.of("Declared ").strong("INC-1 API <down> & *out*").text(". ").code("/incident"),
            Offer.primary("Join INC-1", "join INC-1"),
            Offer.danger("Cancel", "cancel x"));
    GoldenJson.matches("answer", AnswerView.message(answer));
    GoldenJson.matches("answer-modal", AnswerView.modal(AnswerView.message(answer)));
  }

  @Test
  void theDeclareFormAsksForATitleOnly() {
    GoldenJson.matches("declare-modal", DeclareModal.of(SeverityScale.STANDARD, null));
  }

  @Test
  void aDeclareFormKeepsWhatWasSaidAlready() {
    GoldenJson.matches("declare-modal-draft", DeclareModal.of(SeverityScale.STANDARD, command("")));
  }

  @Test
  void theUpdateForm() {
    GoldenJson.matches("update-modal", UpdateModal.of(updated(), writing()));
  }

  @Test
  void theUpdateIsShownBeforeItIsPosted() {
    Writing moved =
        writing()
            .answered(io.evenkeel.incident.Status.MONITORING, "30m", NOW.plusSeconds(1_800), false);
    GoldenJson.matches(
        "update-preview",
        PreviewModal.update(updated(), moved, new io.evenkeel.incident.ChannelId("C0ROOM")));
  }

  @Test
  void whatIsWrittenTravelsFromStepToStep() {
    Writing moved =
        writing()
            .answered(io.evenkeel.incident.Status.MONITORING, "30m", NOW.plusSeconds(1_800), true)
            .saying("two\nlines");
    assertThat(Writing.parse(moved.carried())).contains(moved);
    assertThat(Writing.parse("INC-1")).isEmpty();
    assertThat(Writing.parse(moved.carried().replace("INC-1", "INC-x"))).isEmpty();
  }

  private static Writing writing() {
    return Writing.begun(
        updated().number(),
        io.evenkeel.incident.Occasion.UPDATE,
        "Status: identified. <!channel> *What* [now?]",
        updated().status());
  }

  @Test
  void theFormThatAssignsSaysWhoHoldsWhatAndFillsNobodyIn() {
    GoldenJson.matches("assign-modal", AssignModal.of(updated(), Roles.STANDARD));
  }

  @Test
  void theResolveFormAsksSinceWhenUsersWereNoLongerHurt() {
    GoldenJson.matches("resolve-modal", ResolveModal.of(updated(), List.of()));
  }

  @Test
  void theResolveFormDoesNotAskWhatIsKnown() {
    var mitigated = next(updated().decide(new Command.Mitigate(null), new Actor.Human(ALICE), NOW));
    assertThat(ResolveModal.of(mitigated, List.of()).getBlocks()).hasSize(1);
  }

  @Test
  void helpInGroups() {
    GoldenJson.matches("help", HelpView.overview());
  }

  @Test
  void helpForOneVerb() {
    GoldenJson.matches("help-update", HelpView.of(Verb.UPDATE));
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void thereIsHelpForEveryVerb(Verb verb) {
    assertThat(HelpView.of(verb).text()).contains("/incident " + verb.word());
  }

  @Test
  void aListSaysHowBadHowLongWhoAndWhere() {
    GoldenJson.matches(
        "list",
        ListView.of(
            new Listing(Utterance.Scope.OPEN),
            List.of(
                new ListView.Row(updated(), new ChannelId("C0ROOM"), 3),
                new ListView.Row(incident("Checkout slow"), null, 0)),
            false,
            NOW.plusSeconds(3900)));
  }

  @Test
  void anEmptyListSaysWhatToType() {
    GoldenJson.matches(
        "list-empty", ListView.of(new Listing(Utterance.Scope.MINE), List.of(), false, NOW));
  }

  @Test
  void aPageOfAListLeadsToThoseBesideItWithItsFilters() {
    var asked = new Listing(Utterance.Scope.ALL, new Severity("SEV-1"), "api", 2);
    GoldenJson.matches(
        "list-page",
        ListView.of(
            asked,
            List.of(new ListView.Row(incident("Checkout slow"), null, 0)),
            true,
            NOW.plusSeconds(60)));
  }

  @Test
  void helpInTheChannelOfAnOpenIncident() {
    GoldenJson.matches("help-open", MomentView.in(incident("Checkout slow")));
  }

  @Test
  void helpInTheChannelOfAResolvedIncident() {
    var resolved =
        next(
            incident("Checkout slow")
                .decide(new Command.Resolve("Enlarged"), new Actor.Human(ALICE), NOW));
    GoldenJson.matches("help-resolved", MomentView.in(resolved));
  }

  @Test
  void helpAnywhereElse() {
    GoldenJson.matches(
        "help-elsewhere",
        MomentView.elsewhere(
            List.of(new ListView.Row(incident("Checkout slow"), new ChannelId("C0ROOM"), 0)),
            NOW.plusSeconds(60)));
  }

  @Test
  void aPageOfTheTimeline() {
    GoldenJson.matches(
        "timeline",
        TimelineView.of(
            incident("API <down>"),
            SeverityScale.STANDARD,
            new TimelineView.Page(
                List.of(
                    entry(16, EntryKind.NOTE, "restarted *it* <!channel>"),
                    entry(17, EntryKind.UPDATE, "long ".repeat(200))),
                Set.of(),
                Map.of(16, "bob <!here>"),
                2,
                3,
                1,
                false)));
  }

  @Test
  void theHistoryOfTheTimeline() {
    GoldenJson.matches(
        "timeline-history",
        TimelineView.of(
            incident("API <down>"),
            SeverityScale.STANDARD,
            new TimelineView.Page(
                List.of(
                    entry(16, EntryKind.NOTE, "restarted *it* <!channel>"),
                    entry(17, EntryKind.CORRECTED, "Put entry 16 right as entry 18 (words)")),
                Set.of(16),
                Map.of(),
                1,
                1,
                2,
                true)));
  }

  @Test
  void theFormThatPutsAnEntryRight() {
    GoldenJson.matches(
        "correct-modal",
        CorrectModal.of(
            incident("API <down>"),
            entry(16, EntryKind.NOTE, "restarted *it* <!channel>"),
            true,
            ZoneId.of("Europe/Berlin")));
  }

  @Test
  void theFormThatEditsAnUpdate() {
    GoldenJson.matches(
        "edit-modal",
        CorrectModal.of(
            incident("API <down>"),
            entry(17, EntryKind.UPDATE, "Errors fall"),
            true,
            ZoneId.of("UTC")));
  }

  @Test
  void theFormThatChangesTheSeverity() {
    GoldenJson.matches(
        "severity-modal", SeverityModal.of(incident("API <down>"), SeverityScale.STANDARD));
  }

  private static TimelineEntry entry(int seq, EntryKind kind, String text) {
    return new TimelineEntry(
        seq,
        NOW.plusSeconds(60),
        NOW.plusSeconds(90),
        kind,
        new Actor.Via("operator", ALICE),
        text,
        null,
        null);
  }

  @Test
  void theLongestAnswerFitsIntoOneMessage() {
    var offers =
        Collections.nCopies(40, Offer.plain("y".repeat(200), "note " + "z".repeat(1990)))
            .toArray(Offer[]::new);
    var message = AnswerView.message(Answer.unchanged(Prose.of("<&> 🙂".repeat(8000)), offers));
    assertThat(message.blocks()).hasSizeLessThanOrEqualTo(50);
    for (var block : message.blocks()) {
      switch (block) {
        case SectionBlock section ->
            assertThat(section.getText().getText())
                .hasSizeBetween(1, 3000)
                .doesNotEndWith("&am")
                .doesNotEndWith("\uD83D");
        case ActionsBlock row -> assertThat(row.getElements()).hasSize(25);
        default -> throw new AssertionError(block);
      }
    }
  }

  @Test
  void aCommandThatDoesNotFitIntoAButtonIsNotOfferedCutShort() {
    var offer = Offer.plain("Note", "note " + "z".repeat(2000));
    assertThat(AnswerView.message(Answer.unchanged(Prose.of("x"), offer)).blocks()).hasSize(1);
  }

  @Test
  void aTitleCannotPingAnybodyFromAForm() {
    var form = ResolveModal.of(incident("<!channel> @here"), List.of());
    assertThat(form.getTitle().getText()).isEqualTo("Resolve INC-1");
  }

  @Test
  void extrasOfADraftAreReadAsTheyWereWritten() {
    var extras = DeclareExtras.of(command(""));
    assertThat(DeclareExtras.parse(extras.text())).isEqualTo(extras);
    assertThat(DeclareExtras.parse("")).isEqualTo(new DeclareExtras(false, null));
    assertThat(DeclareExtras.parse("never other").separate()).isFalse();
  }
}
