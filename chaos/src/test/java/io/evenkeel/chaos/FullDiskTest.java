package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.check.Said;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Row 11: no file of Postgres's may grow, a table's, or not even the log of writes. One bot and one
 * server live through both, in any order.
 */
@ExtendWith(ShowLogs.class)
@TestInstance(Lifecycle.PER_CLASS)
final class FullDiskTest {
  /** As large as one file of the log of writes: these can be written, no table beyond it. */
  private static final long SEGMENT = 1 << 20;

  /** The inbox has outgrown the limit, and no page of it has room. */
  private static final List<String> FILL =
      List.of(
          "insert into inbox (key, body_hash, answer, received_at)"
              + " select 'filler' || n, '', jsonb_build_object('text', repeat('x', 500)), now()"
              + " from generate_series(1, 4000) n",
          "delete from inbox where key like 'filler%'",
          "checkpoint");

  /**
   * One that cannot write its log ends and stays ended until somebody starts it. Left to recover by
   * itself under the limit, which a disk does not set to shared memory as well, it may find none
   * for what it recovers and stand still for ever.
   */
  private final Postgres postgres =
      Postgres.migrated(
          Map.of("autovacuum", "off", "restart_after_crash", "off"), List.of("--wal-segsize=1"));

  private final Office office = new Office(postgres.url());

  @BeforeEach
  void ready() {
    office.bot.ready();
    office.nextRow();
    office.declare(3);
  }

  @AfterAll
  void close() {
    office.close();
    postgres.close();
  }

  @Test
  void row11WithoutRoomForATableItIsSaidAndItGoesOnWhenThereIsRoom() {
    FILL.forEach(postgres::execute);
    long full;
    long room;
    try (var talk = new Talk(office, 6, 3)) {
      talk.goesOnFor(20);
      postgres.limitFileSize(SEGMENT);
      Waiting.until("somebody is told", () -> refused() > 5);
      Waiting.until("it is not ready", () -> office.bot.status("/readyz") == 503);
      full = System.nanoTime();
      assertThat(office.bot.get("/readyz").body()).contains("Postgres");
      postgres.liftFileSizeLimit();
      office.bot.ready();
      room = System.nanoTime();
      talk.goesOnFor(20);
    }
    var again = Duration.ofNanos(room - full);
    var report =
        office.holds(
            "11",
            0,
            postgres.url(),
            "no room for a table, ready again %.1f s after there was"
                .formatted(again.toMillis() / 1000.0));
    assertThat(report.notRecorded()).isGreaterThan(5);
  }

  @Test
  void row11WithoutRoomForTheLogPostgresStopsAndWhatWasAcknowledgedIsThereWhenItIsRestarted() {
    try (var talk = new Talk(office, 6, 3)) {
      talk.goesOnFor(20);
      postgres.limitFileSize(Math.min(SEGMENT / 8, logged()));
      Waiting.until("Postgres has stopped", () -> !postgres.runs());
      Waiting.until("it is not ready", () -> office.bot.status("/readyz") == 503);
      postgres.start();
      office.bot.ready();
      talk.goesOnFor(20);
    }
    office.holds("11", 0, postgres.url(), "no room for its log, Postgres stopped and restarted");
  }

  /** So far it has come in the file that it writes its log to: one byte more is too much. */
  private long logged() {
    return postgres.number(
        "select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint % " + SEGMENT);
  }

  private long refused() {
    return office.ledger.all().stream().filter(sent -> sent.claim() == Said.NOT_RECORDED).count();
  }
}
