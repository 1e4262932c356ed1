package io.evenkeel.persistence.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.oncall.Hours;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Rotation;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.oncall.Turn;
import io.evenkeel.persistence.TestDatabase;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ShiftChangesTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T09:00:00Z");
  private static final ScheduleName API = new ScheduleName("api");
  private static final ScheduleName DB = new ScheduleName("db");
  private static final ScheduleName QUIET = new ScheduleName("quiet");
  private static final Person ERIN = new Person(new PersonId("Uerin"), "erin");

  /** Changes of the last one are told nowhere. */
  private static final Schedules ROTA =
      new Schedules(
          Stream.of(API, DB, QUIET).map(ShiftChangesTest::alice).toList(),
          List.of(),
          Map.of(API, "oncall", DB, "oncall"));

  private final TestDatabase test = TestDatabase.fresh();

  private static Schedule alice(ScheduleName name) {
    return new Schedule(
        name,
        ZoneOffset.UTC,
        List.of(
            new Layer(
                "primary",
                new Rotation(
                    List.of(Turn.of("alice")),
                    Duration.ofDays(7),
                    LocalDateTime.parse("2026-01-05T09:00")),
                Hours.ALWAYS,
                false)),
        List.of());
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void eachScheduleHasItsOwnAndAllAreReadAtOnce() {
    assertThat(due(MONDAY))
        .containsExactly("oncall-shift:api:primary=alice", "oncall-shift:db:primary=alice");
    take(API);
    take(DB);
    assertThat(due(MONDAY)).isEmpty();

    Instant noon = MONDAY.plus(Duration.ofHours(3));
    for (ScheduleName each : List.of(DB, QUIET)) {
      test.database()
          .query(tx ->
              new Overrides(tx)
                  .add(each, "primary", ERIN, noon, noon.plusSeconds(3600), ERIN, null, MONDAY));
    }
    assertThat(due(noon)).containsExactly("oncall-shift:db:primary=erin");

    long scans =
        test.database()
            .query(tx -> {
              // Each statement then reads each of its tables once, and that is counted.
              tx.unwrap(DSLContext.class)
                  .execute("set local enable_indexscan = off; set local enable_bitmapscan = off");
              long before = scans(tx);
              new ShiftChanges(tx, ROTA).due(noon);
              return scans(tx) - before;
            });
    assertThat(scans).as("one look each at who was announced and at who stands in").isEqualTo(2);
  }

  private List<String> due(Instant at) {
    return test.database().query(tx -> new ShiftChanges(tx, ROTA).due(at)).stream()
        .map(Due::thing)
        .toList();
  }

  private void take(ScheduleName schedule) {
    test.database().query(tx -> new ShiftChanges(tx, ROTA).take(schedule, MONDAY));
  }

  /** Of this transaction, and of earlier ones that its connection has not told of yet. */
  private static long scans(Transaction tx) {
    return tx.unwrap(DSLContext.class)
        .resultQuery(
            "select sum(seq_scan)::bigint from pg_stat_xact_user_tables where relname in"
                + " ('oncall_said', 'oncall_override')")
        .fetchSingleInto(Long.class);
  }
}
