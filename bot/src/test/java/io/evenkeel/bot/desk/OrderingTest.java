package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BEGAN;
import static io.evenkeel.bot.desk.Watch.BOB;
import static io.evenkeel.bot.desk.Watch.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.Status;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderingTest {
  private final Watch watch = new Watch();

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void inItsChannelNoNumberIsNeeded() {
    watch.says(ALICE, "declare API down");
    ChannelId channel = watch.open(1);
    watch.says(ALICE, "declare disk full");
    assertThat(words(watch.says(BOB, "resolve pool enlarged", channel)))
        .startsWith("Resolved INC-1 API down.");
  }

  @Test
  void theNumberSaysMoreThanTheChannel() {
    watch.says(ALICE, "declare API down");
    watch.says(ALICE, "declare disk full");
    watch.says(BOB, "resolve INC-2 cleaned up", watch.open(1));
    assertThat(watch.incident(1).open()).isTrue();
    assertThat(watch.incident(2).resolution()).isEqualTo("cleaned up");
  }

  @Test
  void withOneOwnIncidentANoteAndAnUpdateActAndSayOnWhich() {
    watch.says(ALICE, "declare API down");
    watch.says(BOB, "declare disk full");
    assertThat(words(watch.says(ALICE, "note replica is healthy")))
        .isEqualTo("Noted on INC-1 API down.");
    assertThat(words(watch.says(ALICE, "update db is back")))
        .isEqualTo("Update recorded on INC-1 API down. No next update is promised.");
    assertThat(watch.timeline(1)).endsWith("replica is healthy", "db is back");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resolve",
        "resolve \"Increased pool size\"",
        "resolve --resolution \"he said “fixed” & left\"",
        "resolve it's a 19\" rack, it's fixed",
        "resolve —resolution Increased “connection pool” size",
        "resolve <https://example.org|example.org> is back &lt;3",
        "mitigate pool enlarged",
        "severity SEV-1 everybody is hurt",
        "status monitoring",
        "decision promote the replica",
        "assign me scribe, @bob tech lead",
        "assign --role communications --user bob",
        "cancel --as test only a test",
        "cancel false alarm",
        "join",
        "postmortem"
      })
  void whatMovesAnIncidentAsksWithOneButtonThatDoesTheSame(String said) {
    watch.says(ALICE, "declare API down");
    int before = watch.timeline(1).size();
    Answer asked = watch.says(ALICE, said);
    assertThat(words(asked))
        .isEqualTo(
            "Nothing was recorded yet. Did you mean INC-1 API down? This is not its channel.");
    assertThat(asked.recorded()).isFalse();
    assertThat(watch.timeline(1)).hasSize(before);

    assertThat(asked.offers()).hasSize(1);
    Answer pressed = watch.presses(ALICE, asked, asked.offers().getFirst().label());
    assertThat(pressed.recorded()).as("%s", asked.offers()).isTrue();
    var there = watch.act(ALICE, said);
    var here = watch.act(ALICE, asked.offers().getFirst().command());
    assertThat(((Utterance.Order) here).command()).isEqualTo(((Utterance.Order) there).command());
  }

  @Test
  void aCancelIsAskedForInRed() {
    watch.says(ALICE, "declare API down");
    assertThat(watch.says(ALICE, "cancel false alarm").offers())
        .extracting(Offer::style)
        .containsExactly(Offer.Style.DANGER);
  }

  @Test
  void eachOfSeveralOwnIncidentsHasItsButton() {
    watch.says(ALICE, "declare API down");
    watch.says(ALICE, "declare disk full");
    Answer asked = watch.says(ALICE, "update db is back");
    assertThat(words(asked))
        .isEqualTo("Nothing was recorded yet: you have 2 open incidents. Which one?");
    assertThat(asked.offers())
        .extracting(Offer::label)
        .containsExactly("Update INC-2 disk full", "Update INC-1 API down");
    watch.presses(ALICE, asked, "Update INC-1 API down");
    assertThat(watch.timeline(1)).last().isEqualTo("db is back");
    assertThat(watch.timeline(2)).doesNotContain("db is back");
  }

  @Test
  void aTimeInAButtonIsThatOfTheWordsNotOfThePress() {
    watch.says(ALICE, "declare API down --detected 20m");
    watch.says(ALICE, "declare disk full");
    Answer note = watch.says(ALICE, "note --at 10m \"rack 19\" & <b> rebooted");
    Answer milestone = watch.says(ALICE, "milestone mitigated 5m");
    watch.later(Duration.ofMinutes(3));
    watch.presses(ALICE, note, "Note INC-1 API down");
    assertThat(watch.latest(1).occurredAt()).isEqualTo(BEGAN.minus(Duration.ofMinutes(10)));
    watch.presses(ALICE, milestone, "Milestone INC-1 API down");
    assertThat(watch.incident(1).milestones().at(Milestone.MITIGATED))
        .contains(BEGAN.minus(Duration.ofMinutes(5)));
  }

  @Test
  void whatIsTooLongForAButtonIsAskedForInWords() {
    watch.says(ALICE, "declare API down");
    Answer asked = watch.says(ALICE, "resolve " + "pool enlarged ".repeat(150));
    assertThat(asked.offers()).isEmpty();
    assertThat(words(asked)).contains("INC-1 API down").contains("--incident-id INC-12");
  }

  @Test
  void moreIncidentsThanButtonsAreSaidToBeThere() {
    for (int i = 1; i <= 6; i++) {
      watch.says(ALICE, "declare thing number " + i + " broke");
    }
    Answer asked = watch.says(ALICE, "resolve");
    assertThat(asked.offers()).hasSize(5);
    assertThat(words(asked)).contains("6 open incidents").contains("--incident-id");
  }

  @Test
  void aLongTitleIsCutBetweenTheCharactersOfALabel() {
    for (int more = 0; more < 2; more++) {
      watch.says(ALICE, "declare " + "x".repeat(more) + "🔥".repeat(60));
      watch.later(Duration.ofMinutes(16));
    }
    for (Offer offer : watch.says(ALICE, "resolve").offers()) {
      assertThat(offer.label()).hasSizeLessThanOrEqualTo(75).endsWith("🔥…");
    }
  }

  @Test
  void withoutAnOwnIncidentItIsSaidHowToNameOne() {
    watch.says(ALICE, "declare API down");
    Answer lost = watch.says(BOB, "severity SEV-1");
    assertThat(words(lost)).contains("/incident severity --incident-id INC-12");
    assertThat(lost.offers()).extracting(Offer::command).containsExactly("list");
    assertThat(watch.incident(1).severity()).isEqualTo(new Severity("SEV-2"));
  }

  @Test
  void aPrivateIncidentIsNotThereForOutsiders() {
    watch.says(ALICE, "declare data leak --private");
    Answer secret = watch.says(BOB, "resolve INC-1 nothing to see");
    assertThat(words(secret)).startsWith("There is no INC-1 that you can see.");
    assertThat(secret.incident()).isNull();
    assertThat(words(watch.says(BOB, "resolve INC-9 nothing to see")))
        .isEqualTo(words(secret).replace("INC-1 ", "INC-9 "));
    assertThat(words(watch.says(BOB, "join INC-1"))).startsWith("There is no INC-1");
    assertThat(watch.incident(1).status()).isEqualTo(Status.INVESTIGATING);
    assertThat(watch.says(ALICE, "update INC-1 contained").recorded()).isTrue();
  }

  @Test
  void whoeverCameIntoItsChannelIsAnInsiderOfAPrivateOne() {
    watch.says(ALICE, "declare data leak --private");
    ChannelId channel = watch.open(1);
    var insiders = new Insiders(watch.database);
    comesInto(new ChannelId("C0ELSEWHERE"), insiders);
    assertThat(watch.says(BOB, "update INC-1 seen").recorded()).isFalse();
    comesInto(channel, insiders);
    comesInto(channel, insiders);
    assertThat(watch.says(BOB, "update seen").recorded()).isTrue();
    assertThat(watch.timeline(1)).last().isEqualTo("seen");
  }

  private void comesInto(ChannelId channel, Insiders insiders) {
    var change = new Membership(channel, BOB.id(), true, watch.now());
    insiders.told(InboxKey.event("Ev" + channel.value(), ""), change, watch.now());
  }
}
