package io.evenkeel.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.desk.Sightings;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Sighting;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Wording;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.persistence.incident.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EarmarksTest {
  private static final IncidentNumber INCIDENT = new IncidentNumber(1);
  private static final AtomicInteger MESSAGES = new AtomicInteger(100_000);
  private static final AtomicInteger EVENTS = new AtomicInteger();
  private static final String LINK = "https://example.slack.com/archives/C0ROOM/p1";

  /** A message of its own for each test. */
  private final String ts = "1700000000." + MESSAGES.incrementAndGet();

  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private String reaction(String type, String user, String at) {
    return reaction(type, user, "pushpin", "U0BOB", at);
  }

  private String reaction(String type, String user, String name, String author, String at) {
    return event(
        """
        {"type":"%s","user":"%s","reaction":"%s","item_user":"%s","item":{"type":"message",\
        "channel":"C0ROOM","ts":"%s"},"event_ts":"%s"}\
        """
            .formatted(type, user, name, author, ts, at));
  }

  private String pin(String type, String user, String at) {
    return event(
        """
        {"type":"%s","user":"%s","channel_id":"C0ROOM","item_user":"U0BOB","pin_count":1,\
        "item":{"type":"message","channel":"C0ROOM","created":1,"created_by":"%s","message":\
        {"type":"message","user":"U0BOB","text":"pool is empty","ts":"%s"}},"event_ts":"%s"}\
        """
            .formatted(type, user, user, ts, at));
  }

  private String edited(String text, String editedAt, String at) {
    return event(
        """
        {"type":"message","subtype":"message_changed","hidden":true,"channel":"C0ROOM",\
        "channel_type":"channel","ts":"%s","event_ts":"%s","message":{"type":"message",\
        "user":"U0BOB","text":"%s","ts":"%s","edited":{"user":"U0BOB","ts":"%s"}},\
        "previous_message":{"type":"message","user":"U0BOB","text":"before","ts":"%s"}}\
        """
            .formatted(at, at, text, ts, editedAt, ts));
  }

  private String deleted(String at) {
    return event(
        """
        {"type":"message","subtype":"message_deleted","hidden":true,"channel":"C0ROOM",\
        "channel_type":"channel","ts":"%s","event_ts":"%s","deleted_ts":"%s",\
        "previous_message":{"type":"message","user":"U0BOB","text":"before","ts":"%s"}}\
        """
            .formatted(at, at, ts, ts));
  }

  private static String event(String json) {
    return Payloads.event("EvMark" + EVENTS.incrementAndGet(), json);
  }

  private void told(String... events) {
    for (String event : events) {
      assertThat(bench.send(event).status()).isEqualTo(200);
    }
  }

  private void found(String text) {
    found(text, message().at());
  }

  private void found(String text, Instant version) {
    new Sightings(Bench.Stored.DATABASE, () -> Bench.NOW)
        .told(
            INCIDENT,
            new Sighting.Found(
                message(),
                new PersonId("U0BOB"),
                "bob",
                new Wording(text, List.of("cpu.png"), List.of()),
                LINK,
                version));
  }

  private MessageRef message() {
    return new MessageRef(Bench.ROOM, ts);
  }

  /** What the timeline tells of this message, in order. */
  private List<TimelineEntry> history() {
    return Bench.Stored.DATABASE.query(tx -> {
      assertThat(new Timeline(tx).verify(INCIDENT)).isInstanceOf(Verdict.Sound.class);
      List<TimelineEntry> all = new Timeline(tx).of(INCIDENT);
      var chain = new ArrayList<TimelineEntry>();
      for (TimelineEntry entry : all) {
        boolean goesOn =
            chain.stream().anyMatch(one -> Objects.equals(one.seq(), entry.supersedes()));
        boolean begins =
            entry.kind() == EntryKind.CAPTURED && entry.occurredAt().equals(message().at());
        if (goesOn || begins) {
          chain.add(entry);
        }
      }
      return chain;
    });
  }

  /** The words that stand: nothing superseded, nothing withdrawn. */
  private List<String> standing() {
    List<TimelineEntry> history = history();
    return history.stream()
        .filter(entry ->
            history.stream().noneMatch(later -> Objects.equals(later.supersedes(), entry.seq())))
        .filter(entry -> entry.kind() == EntryKind.CAPTURED)
        .map(TimelineEntry::text)
        .toList();
  }

  private String shape() {
    return history().stream().map(entry -> entry.kind().word()).collect(Collectors.joining(" "));
  }

  @Test
  void aReactedMessageIsTakenOnceWithItsOwnTimeAuthorAndLink() {
    told(reaction("reaction_added", "U0ALICE", "1700000010.000001"));
    assertThat(history()).isEmpty();
    found("pool is <empty> &amp; <!channel>");
    found("pool is <empty> &amp; <!channel>");
    told(
        pin("pin_added", "U0DANA", "1700000011.000001"),
        reaction("reaction_added", "U0DANA", "1700000012.000001"));
    found("again");
    TimelineEntry entry = history().getFirst();
    assertThat(history()).hasSize(1);
    assertThat(entry.text()).isEqualTo("pool is <empty> & @channel [image: cpu.png]");
    assertThat(entry.actor().name()).isEqualTo("bob");
    assertThat(entry.source()).isEqualTo(LINK);
    assertThat(entry.occurredAt()).isEqualTo(message().at());
    assertThat(entry.recordedAt()).isEqualTo(Bench.NOW);
  }

  @Test
  void itIsWithdrawnOnceNobodysMarkIsLeftAndMayComeBack() {
    told(
        reaction("reaction_added", "U0ALICE", "1700000010.000001"),
        pin("pin_added", "U0DANA", "1700000011.000001"));
    found("pool is empty");
    told(reaction("reaction_removed", "U0ALICE", "1700000012.000001"));
    assertThat(shape()).isEqualTo("captured");
    told(pin("pin_removed", "U0FRED", "1700000013.000001"));
    assertThat(shape()).isEqualTo("captured withdrawn");
    assertThat(standing()).isEmpty();
    assertThat(history().getLast().actor().name()).isEqualTo("U0FRED");
    told(pin("pin_added", "U0FRED", "1700000014.000001"));
    found("pool is empty still");
    assertThat(shape()).isEqualTo("captured withdrawn captured");
    assertThat(standing()).containsExactly("pool is empty still [image: cpu.png]");
  }

  @Test
  void whatWasUnpinnedBeforeItWasReadIsNeverShown() {
    told(
        pin("pin_added", "U0DANA", "1700000011.000001"),
        pin("pin_removed", "U0DANA", "1700000012.000001"));
    found("pool is empty");
    assertThat(history()).isEmpty();
  }

  @Test
  void editsAndTheDeletionFollowAsCorrections() {
    told(pin("pin_added", "U0DANA", "1700000011.000001"));
    found("pool is empty");
    told(edited("pool is full", "1700000020.000000", "1700000020.000700"));
    assertThat(standing()).containsExactly("pool is full");
    assertThat(history().getLast().source()).isEqualTo(LINK);
    assertThat(history().getLast().occurredAt()).isEqualTo(message().at());
    told(deleted("1700000030.000001"));
    told(edited("too late", "1700000029.000000", "1700000029.000700"));
    told(reaction("reaction_added", "U0ALICE", "1700000031.000001"));
    found("not there");
    assertThat(shape()).isEqualTo("captured captured withdrawn");
    assertThat(history().getLast().text()).isEqualTo("A message of bob was deleted in Slack");
  }

  @Test
  void anEditThatCameBeforeTheMessageWasReadIsNotLost() {
    told(
        pin("pin_added", "U0DANA", "1700000011.000001"),
        edited("pool is full", "1700000020.000000", "1700000020.000700"));
    found("pool is empty");
    assertThat(standing()).containsExactly("pool is full");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void eachEventFourTimesInAnyOrderEndsAsItHappened(int seed) {
    List<String> happened =
        List.of(
            reaction("reaction_added", "U0ALICE", "1700000010.000001"),
            pin("pin_added", "U0DANA", "1700000011.000001"),
            edited("first", "1700000012.000000", "1700000012.000100"),
            edited("second", "1700000012.000000", "1700000012.000900"),
            pin("pin_removed", "U0ALICE", "1700000013.000001"),
            reaction("reaction_removed", "U0ALICE", "1700000014.000001"),
            reaction("reaction_added", "U0ALICE", "1700000015.000001"));
    var shuffled = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      shuffled.addAll(happened);
    }
    var random = new Random(seed);
    Collections.shuffle(shuffled, random);
    for (String event : shuffled) {
      told(event);
      if (random.nextInt(5) == 0) {
        found("second", Instant.parse("2023-11-14T22:13:32Z"));
      }
    }
    found("second", Instant.parse("2023-11-14T22:13:32Z"));
    assertThat(standing()).singleElement().asString().startsWith("second");
  }

  @Test
  void ourOwnMessagesOtherEmojiAndOtherChannelsAreNone() {
    told(
        reaction("reaction_added", "U0ALICE", "eyes", "U0BOB", "1700000010.000001"),
        reaction("reaction_added", "U0ALICE", "pushpin", "U0BOT", "1700000010.000001"),
        pin("pin_added", "U0BOT", "1700000011.000001"),
        pin("pin_added", "U0ALICE", "1700000011.000001").replace("C0ROOM", "C0GENERAL"));
    found("pool is empty");
    assertThat(history()).isEmpty();
  }

  @Test
  void withoutADatabaseSlackIsAskedToTellItAgain() {
    var nowhere = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 1);
    try (var away = Database.open(nowhere);
        var alone = new Bench(away)) {
      assertThat(alone.send(pin("pin_added", "U0DANA", "1700000011.000001")).status())
          .isEqualTo(503);
    }
  }
}
