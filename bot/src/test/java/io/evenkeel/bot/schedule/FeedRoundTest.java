package io.evenkeel.bot.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.calendar.Fetched;
import io.evenkeel.bot.desk.Desk;
import io.evenkeel.bot.read.Calendars;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.view.Plain;
import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.oncall.Hours;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.oncall.Subscribed;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.oncall.OnCall;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FeedRoundTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration EVERY = Duration.ofMinutes(15);
  private static final Schedules ROTA = subscribedTo("https://example.org/rota.ics?secret=x");
  private static final String ALICE =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      BEGIN:VEVENT
      UID:1
      DTSTART:20261116T090000Z
      DTEND:20261123T090000Z
      SUMMARY:alice
      END:VEVENT
      END:VCALENDAR
      """;

  private final DatabaseSettings migrated = TestPostgres.migrated();
  private final Database database = Database.open(migrated);
  private final AtomicInteger asked = new AtomicInteger();
  private Fetched answer = new Fetched.Text(ALICE);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void itIsReadOnceInAWhileByOneOfAllReplicas() {
    var one = round(database, ROTA);
    var other = round(database, ROTA);
    one.look(NOON);
    List<String> before = written();
    other.look(NOON.plusSeconds(2));
    assertThat(asked).hasValue(1);
    assertThat(written()).as("who has nothing to do writes nothing").isEqualTo(before);
    assertThat(onCall(database, ROTA, NOON)).isEqualTo("alice");

    other.look(NOON.plus(EVERY));
    assertThat(asked).hasValue(2);
  }

  @Test
  void whatCannotBeReadLeavesTheLastVersionInForceAlsoAfterARestart() {
    var round = round(database, ROTA);
    round.look(NOON);
    for (Fetched broken :
        List.of(
            new Fetched.Failed("The server takes longer than 15 s. It is tried again."),
            new Fetched.Text("<html>Sign in</html>"),
            new Fetched.Text(ALICE.replace("BEGIN:VCALENDAR", "")),
            new Fetched.Text("x".repeat(2_000_001)))) {
      answer = broken;
      round.look(NOON.plus(EVERY.multipliedBy(asked.get())));
    }
    assertThat(asked).hasValue(5);
    assertThat(round.failed()).isEqualTo(4);
    assertThat(new Calendars(database, ROTA).troubles())
        .as("what config check says")
        .singleElement()
        .satisfies(finding ->
            assertThat(finding.toString())
                .startsWith(
                    "network, primary, feed: it cannot be read since 2026-11-21T12:15:00Z. ")
                .endsWith("What it said at 2026-11-21T12:00:00Z still counts."));

    try (Database restarted = Database.open(migrated)) {
      Instant later = NOON.plus(Duration.ofHours(20));
      assertThat(onCall(restarted, ROTA, later)).isEqualTo("alice");
      assertThat(told(restarted, later))
          .contains("primary: alice", "The calendar of primary cannot be read since")
          .contains("longer than 2 million letters", "still counts")
          .doesNotContain("example.org", "secret");
    }
  }

  @Test
  void itIsSaidOnceItCanBeReadAgain() {
    var round = round(database, ROTA);
    answer = new Fetched.Failed("The server answered 503. It is tried again.");
    round.look(NOON);
    assertThat(told(database, NOON)).contains("It was never read, so nobody is known");

    answer = new Fetched.Text(ALICE);
    round.look(NOON.plus(EVERY));

    assertThat(told(database, NOON.plus(EVERY))).contains("alice").doesNotContain("cannot be read");
  }

  @Test
  void nothingOfAnotherAddressCounts() {
    round(database, ROTA).look(NOON);
    Schedules moved = subscribedTo("https://example.org/other.ics");
    answer = new Fetched.Failed("The server answered 404.");

    round(database, moved).look(NOON.plusSeconds(1));

    assertThat(onCall(database, moved, NOON)).isEqualTo("nobody");
  }

  @Test
  void theLookThatFindsItDueDoesNotWaitForIt() {
    var desk = new Desk(database, SeverityScale.STANDARD, () -> {});
    try (var round = round(database, ROTA)) {
      new DueSweep(database, desk, Duration.ofDays(7), ROTA, round).sweep(NOON);
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (round.read() == 0 && System.nanoTime() - deadline < 0) {
        Thread.onSpinWait();
      }
    }
    assertThat(onCall(database, ROTA, NOON)).isEqualTo("alice");
  }

  /** Who locked the row last, also for a write that was none. */
  private List<String> written() {
    return TestPostgres.texts(migrated, "select xmax::text from oncall_feed");
  }

  private FeedRound round(Database where, Schedules schedules) {
    return new FeedRound(
        where,
        schedules,
        _ -> {
          asked.incrementAndGet();
          return answer;
        },
        EVERY);
  }

  private static String onCall(Database where, Schedules schedules, Instant at) {
    return where.query(tx ->
        new OnCall(tx, schedules).at("network", at).orElseThrow().getFirst().shift().whoOrNobody());
  }

  private static String told(Database where, Instant now) {
    var questions = new Questions(where, SeverityScale.STANDARD, _ -> "", ROTA);
    return Plain.of(questions.onCall(new Asked.OnCall(null, null), now).words());
  }

  private static Schedules subscribedTo(String address) {
    return new Schedules(
        List.of(
            new Schedule(
                new ScheduleName("network"),
                ZoneOffset.UTC,
                List.of(
                    new Layer("primary", new Subscribed(URI.create(address)), Hours.ALWAYS, false)),
                List.of())),
        List.of());
  }
}
