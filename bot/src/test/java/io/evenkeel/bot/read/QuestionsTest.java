package io.evenkeel.bot.read;

import static io.evenkeel.bot.read.RecordedIncident.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.Utterance.Asked.Listing;
import io.evenkeel.grammar.Utterance.Scope;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Undone;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.delivery.SlackObjects;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Members;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class QuestionsTest {
  private static final Person BOB = new Person(new PersonId("U2"), "bob");
  private static final ChannelId CHANNEL = new ChannelId("C1");

  private final DatabaseSettings settings = TestPostgres.migrated();
  private final Database database = Database.open(settings);
  private final Questions questions = new Questions(database);

  @AfterEach
  void close() {
    database.close();
  }

  private IncidentNumber declared(String title, Visibility visibility, Person who) {
    return RecordedIncident.open(database, title, visibility, who);
  }

  private void opened(IncidentNumber number) {
    database.query(tx -> {
      new SlackObjects(tx).record(number, Purpose.CHANNEL, SlackObject.channel(CHANNEL));
      return number;
    });
  }

  private List<String> titles(Scope scope, Person asker) {
    return questions.lists().incidents(new Listing(scope), asker.id()).rooms().stream()
        .map(room -> room.incident().title())
        .toList();
  }

  @Test
  void theCardIsFoundByNumberAndByChannelAndTheNumberComesFirst() {
    IncidentNumber first = declared("API down", Visibility.PUBLIC, ALICE);
    IncidentNumber second = declared("disk full", Visibility.PUBLIC, ALICE);
    assertThat(questions.card(first, null, BOB.id()).orElseThrow().room().channel()).isNull();
    opened(first);
    var here = questions.card(null, CHANNEL, BOB.id()).orElseThrow();
    assertThat(here.room().incident().title()).isEqualTo("API down");
    assertThat(here.room().channel()).isEqualTo(CHANNEL);
    assertThat(questions.card(second, CHANNEL, BOB.id()).orElseThrow().room().incident().title())
        .isEqualTo("disk full");
  }

  @Test
  void elsewhereThereIsNoCard() {
    declared("API down", Visibility.PUBLIC, ALICE);
    assertThat(questions.card(null, CHANNEL, ALICE.id())).isEmpty();
    assertThat(questions.card(null, null, ALICE.id())).isEmpty();
    assertThat(questions.card(new IncidentNumber(9), null, ALICE.id())).isEmpty();
  }

  @Test
  void theCardTellsWhatCouldNotBeDoneInSlack() {
    IncidentNumber number = declared("API down", Visibility.PUBLIC, ALICE);
    assertThat(questions.card(number, null, ALICE.id()).orElseThrow().undone()).isEmpty();
    TestPostgres.execute(
        settings,
        "update effect set state = 'PARKED', reason = 'Slack says no.'"
            + " where kind = 'pin-card'");
    assertThat(questions.card(number, null, ALICE.id()).orElseThrow().undone())
        .containsExactly(new Undone("the card's pin", 1, "Slack says no.", 0));
    assertThat(questions.lists().incidents(new Listing(Scope.OPEN), BOB.id()).rooms())
        .extracting(Room::undone)
        .containsExactly(1);
  }

  @Test
  void listsHoldWhatIsOpenMineOrAllNewestFirst() {
    RecordedIncident.resolved(database, "long over");
    declared("API down", Visibility.PUBLIC, ALICE);
    declared("disk full", Visibility.PUBLIC, BOB);
    assertThat(titles(Scope.OPEN, ALICE)).containsExactly("disk full", "API down");
    assertThat(titles(Scope.MINE, ALICE)).containsExactly("API down");
    assertThat(titles(Scope.ALL, ALICE)).containsExactly("disk full", "API down", "long over");
  }

  @Test
  void aListIsReadPageByPage() {
    for (int i = 1; i <= 22; i++) {
      declared("thing " + i, Visibility.PUBLIC, ALICE);
    }
    for (Scope scope : Scope.values()) {
      assertThat(titles(scope, ALICE)).hasSize(10).startsWith("thing 22").endsWith("thing 13");
      assertThat(questions.lists().incidents(new Listing(scope), ALICE.id()).more()).isTrue();
      var last = questions.lists().incidents(new Listing(scope, null, null, 3), ALICE.id());
      assertThat(last.rooms())
          .extracting(room -> room.incident().title())
          .containsExactly("thing 2", "thing 1");
      assertThat(last.more()).isFalse();
    }
  }

  @Test
  void aListIsOfOneSeverityAndOneServiceInAnyLetterCase() {
    declared("API down", Visibility.PUBLIC, ALICE);
    TestPostgres.execute(settings, "update incident set services = '{Checkout, api}'");
    declared("disk full", Visibility.PUBLIC, ALICE);

    assertThat(listed(new Listing(Scope.OPEN, null, "checkout", 1))).containsExactly("API down");
    assertThat(listed(new Listing(Scope.OPEN, null, "shop", 1))).isEmpty();
    assertThat(listed(new Listing(Scope.ALL, new Severity("SEV-1"), null, 1))).hasSize(2);
    assertThat(listed(new Listing(Scope.ALL, new Severity("SEV-2"), null, 1))).isEmpty();
  }

  private List<String> listed(Listing asked) {
    return questions.lists().incidents(asked, ALICE.id()).rooms().stream()
        .map(room -> room.incident().title())
        .toList();
  }

  @Test
  void aTimelineIsReadPageByPageFromTheNewestAndAPageStaysTheSame() {
    IncidentNumber number = declared("API down", Visibility.PUBLIC, ALICE);
    noted(number, 30);

    var newest =
        questions
            .stories()
            .timeline(number, null, BOB.id(), new Utterance.Asked.Timeline(null))
            .orElseThrow();
    assertThat(newest.page()).isEqualTo(3);
    assertThat(newest.pages()).isEqualTo(3);
    assertThat(newest.entries()).extracting(TimelineEntry::seq).containsExactly(31, 32);
    var first =
        questions
            .stories()
            .timeline(number, null, BOB.id(), new Utterance.Asked.Timeline(1))
            .orElseThrow();
    assertThat(first.entries()).hasSize(15).first().extracting(TimelineEntry::seq).isEqualTo(1);
    noted(number, 1);
    assertThat(
            questions
                .stories()
                .timeline(number, null, BOB.id(), new Utterance.Asked.Timeline(1))
                .orElseThrow()
                .entries())
        .isEqualTo(first.entries());
    assertThat(
            questions
                .stories()
                .timeline(number, null, BOB.id(), new Utterance.Asked.Timeline(99))
                .orElseThrow()
                .page())
        .isEqualTo(3);
  }

  @Test
  void aTimelineTellsWhatWasPutRightLater() {
    IncidentNumber number = declared("API down", Visibility.PUBLIC, ALICE);
    said(number, new Command.SetMilestone(Milestone.DETECTED, null));
    said(
        number,
        new Command.SetMilestone(Milestone.DETECTED, Instant.parse("2026-11-21T14:20:00Z")));

    assertThat(
            questions
                .stories()
                .timeline(number, null, ALICE.id(), new Utterance.Asked.Timeline(null, true))
                .orElseThrow()
                .putRight())
        .containsExactly(3);
  }

  @Test
  void aPrivateTimelineIsForOutsidersNotThere() {
    IncidentNumber secret = declared("data leak", Visibility.PRIVATE, ALICE);
    opened(secret);
    assertThat(
            questions
                .stories()
                .timeline(secret, null, ALICE.id(), new Utterance.Asked.Timeline(null)))
        .isPresent();
    assertThat(
            questions
                .stories()
                .timeline(secret, null, BOB.id(), new Utterance.Asked.Timeline(null)))
        .isEmpty();
    assertThat(
            questions
                .stories()
                .timeline(null, CHANNEL, BOB.id(), new Utterance.Asked.Timeline(null)))
        .isEmpty();
  }

  private void noted(IncidentNumber number, int times) {
    for (int i = 0; i < times; i++) {
      said(number, new Command.Note("note " + i, null));
    }
  }

  private void said(IncidentNumber number, Command.OnIncident command) {
    database.query(tx -> {
      var incidents = new Incidents(tx);
      var before = incidents.lock(number).orElseThrow();
      var actor = new Actor.Human(ALICE);
      var said =
          (Decision.Accepted) before.decide(command, actor, Instant.parse("2026-11-21T14:40:00Z"));
      incidents.record(before, said.next(), said.entries(), actor);
      return number;
    });
  }

  @Test
  void aPrivateIncidentIsNowhereForOutsidersUntilTheyAreIn() {
    IncidentNumber secret = declared("data leak", Visibility.PRIVATE, ALICE);
    opened(secret);
    assertThat(questions.card(secret, null, ALICE.id())).isPresent();
    assertThat(questions.card(secret, null, BOB.id())).isEmpty();
    assertThat(questions.card(null, CHANNEL, BOB.id())).isEmpty();
    for (Scope scope : Scope.values()) {
      assertThat(titles(scope, ALICE)).containsExactly("data leak");
      assertThat(titles(scope, BOB)).isEmpty();
    }

    database.query(tx -> {
      new Members(tx).add(secret, BOB.id(), Instant.parse("2026-11-21T14:40:00Z"));
      return secret;
    });
    assertThat(questions.card(secret, null, BOB.id())).isPresent();
    assertThat(titles(Scope.MINE, BOB)).containsExactly("data leak");
  }

  @Test
  void withoutPostgresThereIsNoAnswerRatherThanAnEmptyOne() {
    try (var away =
        Database.open(
            new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 1))) {
      var asked = new Questions(away);
      assertThatThrownBy(() -> asked.lists().incidents(new Listing(Scope.OPEN), ALICE.id()))
          .isInstanceOf(Unavailable.class);
    }
  }
}
