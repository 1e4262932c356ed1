package io.evenkeel.persistence.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Told;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.TestDatabase;
import io.evenkeel.persistence.Unavailable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimelineTest {
  private final TestDatabase test = TestDatabase.fresh();
  private final Database database = test.database();
  private IncidentNumber number = new IncidentNumber(1);

  /** Five entries: declared, acting commander, detected, and two notes. */
  @BeforeEach
  void anIncident() {
    number = Story.declared(database, "API down", Visibility.PUBLIC);
    note("first look");
    note("second look");
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void entriesAreReadAsTheyWereAppended() {
    var actors =
        List.<Actor>of(
            new Actor.Human(Story.ALICE),
            new Actor.Via("ci: nightly", Story.BOB),
            new Actor.Evenkeel());
    for (Actor actor : actors) {
      TimelineEntry entry =
          new TimelineEntry(
              next(), Story.T.minusSeconds(9), Story.T, EntryKind.NOTE, actor, "“ok” 🔥", "x:y", 3);
      append(entry);
      assertThat(entries().getLast()).isEqualTo(entry);
    }
    assertThat(verdict()).isInstanceOf(Verdict.Sound.class);
  }

  @Test
  void aRangeHoldsBothItsEnds() {
    List<TimelineEntry> range = database.query(tx -> new Timeline(tx).range(number, 2, 4));
    assertThat(range).extracting(TimelineEntry::seq).containsExactly(2, 3, 4);
  }

  @Test
  void nanosecondsAreCutToWhatPostgresKeeps() {
    Instant fine = Story.T.plusNanos(999);
    append(entry(next(), fine, "fine"));
    assertThat(entries().getLast().recordedAt()).isEqualTo(Story.T);
    assertThat(verdict()).isInstanceOf(Verdict.Sound.class);
  }

  @Test
  void aGapALaterPastAndANulAreRefused() {
    int next = next();
    for (TimelineEntry wrong :
        List.of(
            entry(next + 1, Story.T, "a gap"),
            entry(next - 1, Story.T, "a repeat"),
            entry(next, Story.T.minusSeconds(1), "the past"),
            entry(next, Story.T, "a \0"),
            entry(next, Story.T, null))) {
      assertThatThrownBy(() -> append(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(entries()).hasSize(next - 1);
  }

  @Test
  void theHeadIsWhereTheChainEnds() {
    Head head = database.query(tx -> new Timeline(tx).head(number));
    assertThat(head.count()).isEqualTo(5);
    assertThat(head.hash()).hasSize(64);
    assertThat(verdict()).isEqualTo(new Verdict.Sound(head));
  }

  @ParameterizedTest
  @CsvSource({
    "2, text = 'nobody commands', its text was changed",
    "3, occurred_at = occurred_at + '1 microsecond', a time",
    "4, recorded_at = recorded_at - '1 hour'::interval, a time",
    "1, actor_name = 'mallory', a name",
    "5, hash = '\\x00', another field",
    "2, salt = null, removed alone",
  })
  void aChangedEntryIsFound(int seq, String change, String why) {
    tamper("update timeline_entry set " + change + " where seq = " + seq);
    assertBroken(seq, why);
  }

  @Test
  void aRemovedEntryIsFound() {
    tamper("delete from timeline_entry where seq = 2");
    assertBroken(2, "removed");
  }

  @Test
  void aCutTailIsFound() {
    tamper("delete from timeline_entry where seq >= 4");
    assertBroken(4, "cut off");
  }

  @Test
  void anEntrySlippedInIsFound() {
    tamper(
        "insert into timeline_entry select incident, 6, occurred_at, recorded_at, kind, actor,"
            + " actor_name, text, source, supersedes, salt, text_hash, hash from timeline_entry"
            + " where seq = 5");
    assertBroken(6, "field");
  }

  @Test
  void aChainBuiltAnewIsFoundByItsHead() {
    String head = database.query(tx -> new Timeline(tx).head(number)).hash();
    tamper(
        "delete from timeline_entry; update incident set timeline_count = 0, timeline_head = ''");
    append(
        entry(1, Story.T, "a"),
        entry(2, Story.T, "better"),
        entry(3, Story.T, "story"),
        entry(4, Story.T, "was"),
        entry(5, Story.T, "told"));
    assertThat(verdict()).isInstanceOf(Verdict.Sound.class);
    tamper("update incident set timeline_head = '\\x" + head + "'");
    assertBroken(5, "does not end in the recorded head");
  }

  @Test
  void anErasedTextStillVerifies() {
    tamper("update timeline_entry set text = null, salt = null where seq = 4");
    assertThat(verdict()).isInstanceOf(Verdict.Sound.class);
    assertThat(entries().get(3).text()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update timeline_entry set text = 'x'",
        "delete from timeline_entry",
        "truncate timeline_entry",
        "truncate incident cascade"
      })
  void evenTheOwnerCannotRewriteIt(String statement) {
    assertThatThrownBy(() -> test.asSuperuser(statement))
        .rootCause()
        .hasMessageStartingWith(
            "ERROR: timeline_entry is append-only: "
                + statement.split(" ", 2)[0].toUpperCase(Locale.ROOT)
                + " refused\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update timeline_entry set text = 'x'",
        "delete from timeline_entry",
        "truncate timeline_entry",
        "update audit set detail = 'x'",
        "alter table timeline_entry disable trigger all",
        "drop table timeline_entry",
        "create table mine (id integer)",
        "update flyway_schema_history set success = false"
      })
  void theBotHasNoRightToRewriteAnythingOrToChangeTables(String statement) {
    assertThatThrownBy(() -> database.query(tx -> tx.unwrap(DSLContext.class).execute(statement)))
        .isInstanceOf(Unavailable.class)
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  /** Prints what the look under the incident's lock takes: only what it turns on is read. */
  @Test
  void whatIsToldAtAnEntryIsFoundInALongTimelineToo() {
    int first = next();
    for (int block = 0; block < 10; block++) {
      int from = first + block * 1000;
      database.query(tx -> {
        new Timeline(tx)
            .append(
                number,
                IntStream.range(from, from + 1000)
                    .mapToObj(seq -> entry(seq, Story.T, "note " + seq))
                    .toList());
        return true;
      });
    }
    int last = first + 10_000;
    append(
        new TimelineEntry(
            last, Story.T, Story.T, EntryKind.NOTE, actor(), "right", null, first + 7));
    for (int i = 0; i < 3; i++) {
      long began = System.nanoTime();
      Told told = database.query(tx -> new Timeline(tx).told(number, last)).orElseThrow();
      System.out.printf(
          "what is told at one of 10,000 entries: %d ms%n",
          (System.nanoTime() - began) / 1_000_000);
      assertThat(told.first().seq()).isEqualTo(first + 7);
      assertThat(told.standing().text()).isEqualTo("right");
    }
    Optional<Told> none = database.query(tx -> new Timeline(tx).told(number, last + 1));
    assertThat(none).isEmpty();
  }

  private static Actor actor() {
    return new Actor.Human(Story.ALICE);
  }

  private void note(String text) {
    Story.say(database, number, Story.ALICE, Story.T, new Command.Note(text, null));
  }

  private static TimelineEntry entry(int seq, Instant at, @Nullable String text) {
    return new TimelineEntry(
        seq, Story.T, at, EntryKind.NOTE, new Actor.Human(Story.ALICE), text, null, null);
  }

  private int next() {
    return entries().size() + 1;
  }

  private void append(TimelineEntry... entries) {
    database.query(tx -> {
      new Timeline(tx).append(number, List.of(entries));
      return true;
    });
  }

  private List<TimelineEntry> entries() {
    return database.query(tx -> new Timeline(tx).of(number));
  }

  private Verdict verdict() {
    return database.query(tx -> new Timeline(tx).verify(number));
  }

  private void assertBroken(int seq, String why) {
    assertThat(verdict())
        .isInstanceOfSatisfying(
            Verdict.Broken.class,
            broken -> {
              assertThat(broken.seq()).isEqualTo(seq);
              assertThat(broken.why()).contains(why);
            });
  }

  /** As somebody who may do anything and wants nobody to see it. */
  private void tamper(String statement) {
    test.asSuperuser(
        "alter table timeline_entry disable trigger all; "
            + statement
            + "; alter table timeline_entry enable trigger all");
  }
}
