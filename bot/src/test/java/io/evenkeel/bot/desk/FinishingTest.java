package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BEGAN;
import static io.evenkeel.bot.desk.Watch.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.PostmortemCommand;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditVerdict;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.postmortem.NameWords;
import io.evenkeel.persistence.postmortem.Postmortems;
import io.evenkeel.persistence.postmortem.Revisions;
import io.evenkeel.postmortem.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A postmortem from the end of an incident to its publishing, at a real desk. */
final class FinishingTest {
  private static final IncidentNumber FIRST = new IncidentNumber(1);

  /** The incident ends on a Saturday: this is 09:00 UTC on the Monday after it. */
  private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

  private final Watch watch = new Watch();
  private int keys;

  FinishingTest() {
    watch.says(ALICE, "declare sev1 API down");
  }

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void resolvingASevereIncidentAsksWhoFinishesThePostmortemAndAsksAgainOnMonday() {
    Answer answer = watch.says(ALICE, "resolve INC-1 pool enlarged");

    assertThat(answer.offers())
        .extracting(Offer::command)
        .contains("postmortem owner me --due 2026-11-27 --incident-id INC-1");
    assertThat(due(MONDAY.minusSeconds(1))).isEmpty();
    assertThat(watch.desk.due(due(MONDAY).getFirst(), MONDAY)).isTrue();
    assertThat(due(MONDAY)).isEmpty();
    assertThat(about().askedAt()).isEqualTo(MONDAY);
  }

  @Test
  void aSmallIncidentOffersOrSaysNothing() {
    watch.says(ALICE, "severity SEV-4 --incident-id INC-1");
    Answer answer = watch.says(ALICE, "resolve INC-1 pool enlarged");

    assertThat(answer.offers()).extracting(Offer::label).doesNotContain("I finish the postmortem");
    assertThat(due(MONDAY)).isEmpty();
  }

  @Test
  void anOwnerIsNamedWithADay() {
    watch.says(ALICE, "resolve INC-1 pool enlarged");
    Answer answer = watch.says(ALICE, "postmortem owner @bob by 2026-12-01 --incident-id INC-1");

    assertThat(answer.recorded()).isTrue();
    assertThat(about().owner()).isEqualTo(BOB);
    assertThat(about().due()).hasToString("2026-12-01");
    assertThat(watch.timeline(1)).last().asString().contains("bob finishes it, by 2026-12-01");
  }

  @Test
  void anEditOnAnOlderRevisionIsPutTogetherWithTheNewer() {
    edit(0, null, "# PM\n\n## Impact\n\n## Lessons\n");
    edit(2, "2:Impact", "Nobody could pay.");
    Answer late = edit(2, "3:Lessons", "Alert sooner.");

    assertThat(late.recorded()).isTrue();
    assertThat(newest().number()).isEqualTo(4);
    assertThat(newest().text())
        .isEqualTo("# PM\n\n## Impact\n\nNobody could pay.\n\n## Lessons\n\nAlert sooner.\n");
    assertThat(newest().author()).isEqualTo(new Actor.Human(ALICE));
  }

  @Test
  void editsOfTheSameLinesAreRefusedWithWords() {
    edit(0, null, "# PM\n\none\n");
    edit(2, null, "# PM\n\ntwo\n");
    Answer late = edit(2, null, "# PM\n\nthree\n");

    assertThat(late.recorded()).isFalse();
    assertThat(Watch.words(late)).contains("alice changed the same lines", "revision 3");
    assertThat(newest().text()).contains("two");
  }

  @Test
  void theGateHoldsWhatIsNotReadyAndAReasonPassesIt() {
    edit(0, null, "# PM\n\n## Impact\n\n<!-- prompt: How many? -->\n");
    assertThat(watch.says(ALICE, "postmortem review INC-1").recorded()).isTrue();
    Answer held = watch.says(ALICE, "postmortem reviewed INC-1");
    assertThat(held.recorded()).isFalse();
    assertThat(Watch.words(held)).contains("Impact in numbers", "--force");

    Answer forced = watch.says(ALICE, "postmortem reviewed INC-1 --force nobody was hurt");
    assertThat(forced.recorded()).isTrue();
    assertThat(about().state()).isEqualTo(Postmortem.State.REVIEWED);
    assertThat(watch.timeline(1)).last().asString().contains("nobody was hurt");
    AuditVerdict audit = watch.query(tx -> new Audit(tx).verify());
    assertThat(audit).asString().contains("1");
    assertThat(watch.says(ALICE, "postmortem publish INC-1").recorded()).isTrue();

    Answer edited = edit(2, "2:Impact", "3 % of orders failed.");
    assertThat(Watch.words(edited)).contains("in review again");
    assertThat(about().state()).isEqualTo(Postmortem.State.IN_REVIEW);
  }

  @Test
  void fourAnswersLandUnderTheirHeadings() {
    edit(0, null, "# PM\n\n## Impact\n\n<!-- prompt: How many? -->\n");
    Answer answer =
        order(new PostmortemCommand.Answer("1,200 people", "the late alert", "", "", ""));

    assertThat(answer.recorded()).isTrue();
    assertThat(newest().text())
        .contains("<!-- prompt: How many? -->\n\n1,200 people\n")
        .contains("## What surprised us\n\nthe late alert\n");
  }

  @Test
  void aWordIsANameOnceSomebodySaysSo() {
    Answer answer = watch.says(ALICE, "postmortem name Will yes --incident-id INC-1");
    watch.says(ALICE, "postmortem name Mark no --incident-id INC-1");
    watch.says(ALICE, "postmortem name Will no --incident-id INC-1");

    assertThat(Watch.words(answer)).contains("“Will”", "is a name");
    Map<String, Boolean> said = watch.query(tx -> new NameWords(tx).of(FIRST));
    assertThat(said).isEqualTo(Map.of("Will", false, "Mark", false));
  }

  private Answer edit(int basedOn, @Nullable String section, String text) {
    return order(new PostmortemCommand.Edit(basedOn, section, text));
  }

  private Answer order(PostmortemCommand command) {
    return watch.desk.handle(
        InboxKey.rest("test", "key " + ++keys, command.toString()),
        new Utterance.Order(Verb.POSTMORTEM, "", FIRST, command),
        new Actor.Human(ALICE),
        null,
        BEGAN);
  }

  private Revision newest() {
    return watch.query(tx -> new Revisions(tx).newest(FIRST).orElseThrow());
  }

  private Postmortem about() {
    return watch.query(tx -> new Postmortems(tx).of(FIRST));
  }

  private List<Due> due(Instant at) {
    return watch.due(at);
  }
}
