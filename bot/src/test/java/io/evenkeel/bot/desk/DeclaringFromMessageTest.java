package io.evenkeel.bot.desk;

import static io.evenkeel.bot.desk.Watch.ALICE;
import static io.evenkeel.bot.desk.Watch.BOB;
import static io.evenkeel.bot.desk.Watch.CHARLIE;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Quote;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Wording;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.persistence.incident.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeclaringFromMessageTest {
  private static final MessageRef MESSAGE =
      new MessageRef(new ChannelId("C0GENERAL"), "1700000000.000100");
  private static final String LINK = "https://example.slack.com/archives/C0GENERAL/p1";

  private final Watch watch = new Watch();

  @AfterEach
  void close() {
    watch.close();
  }

  private Answer declares(Person who, String title, MessageRef message) {
    var declaration = (Utterance.Declaration) watch.act(who, "declare " + title);
    var quote = new Quote(message, CHARLIE, "checkout answers 503", LINK);
    return watch.desk.handle(
        Watch.key(),
        new Utterance.Quoted(declaration.command(), quote, message.at().plusSeconds(60)),
        new Actor.Human(who),
        null,
        watch.now());
  }

  private List<TimelineEntry> entries() {
    return watch.query(tx -> {
      var timeline = new Timeline(tx);
      assertThat(timeline.verify(new IncidentNumber(1))).isInstanceOf(Verdict.Sound.class);
      return timeline.of(new IncidentNumber(1));
    });
  }

  @Test
  void theMessageIsTheFirstEntryWithItsOwnTimeAuthorAndLink() {
    assertThat(declares(ALICE, "checkout is down", MESSAGE).recorded()).isTrue();
    TimelineEntry first = entries().getFirst();
    assertThat(first.kind()).isEqualTo(EntryKind.CAPTURED);
    assertThat(first.text()).isEqualTo("checkout answers 503");
    assertThat(first.actor()).isEqualTo(new Actor.Human(CHARLIE));
    assertThat(first.source()).isEqualTo(LINK);
    assertThat(first.occurredAt()).isEqualTo(Instant.parse("2023-11-14T22:13:20.000100Z"));
    assertThat(first.recordedAt()).isEqualTo(watch.now());
    assertThat(entries().get(1).kind()).isEqualTo(EntryKind.DECLARED);
    assertThat(watch.incident(1).declaredBy()).isEqualTo(ALICE);
  }

  @Test
  void whoDeclaresTheSameFromAnotherMessageAddsItToTheOneThatIsOpen() {
    declares(ALICE, "checkout is down", MESSAGE);
    watch.later(Duration.ofMinutes(1));
    var other = new MessageRef(MESSAGE.channel(), "1700000030.000100");
    declares(BOB, "checkout is down", other);
    declares(BOB, "checkout is down", other);
    assertThat(watch.incidents()).hasSize(1);
    assertThat(entries())
        .filteredOn(entry -> entry.kind() == EntryKind.CAPTURED)
        .extracting(TimelineEntry::occurredAt)
        .containsExactly(MESSAGE.at(), other.at());
  }

  @Test
  void whatIsSeparateAfterAllKeepsItsMessage() {
    declares(ALICE, "checkout is down", MESSAGE);
    watch.later(Duration.ofMinutes(1));
    var other = new MessageRef(MESSAGE.channel(), "1700000030.000100");
    Answer reported = declares(BOB, "checkout is down", other);
    watch.presses(BOB, reported, "Separate incident");
    assertThat(watch.incidents()).hasSize(2);
    TimelineEntry first = watch.query(tx -> new Timeline(tx).of(new IncidentNumber(2))).getFirst();
    assertThat(first.kind()).isEqualTo(EntryKind.CAPTURED);
    assertThat(first.text()).isEqualTo("checkout answers 503");
    assertThat(first.occurredAt()).isEqualTo(other.at());
    assertThat(first.source()).isEqualTo(LINK);
  }

  @Test
  void anEditOfTheMessageFollows() {
    declares(ALICE, "checkout is down", MESSAGE);
    new Captures(watch.database, () -> {})
        .edited(
            InboxKey.event("Ev1", "edit"),
            MESSAGE,
            new Wording("checkout answers 502", List.of(), List.of()),
            MESSAGE.at().plusSeconds(5),
            MESSAGE.at().plusSeconds(5),
            watch.now());
    assertThat(entries().getLast().text()).isEqualTo("checkout answers 502");
    assertThat(entries().getLast().supersedes()).isEqualTo(1);
  }
}
