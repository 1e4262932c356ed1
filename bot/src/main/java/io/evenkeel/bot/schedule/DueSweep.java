package io.evenkeel.bot.schedule;

import io.evenkeel.bot.desk.Desk;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.board.Dues;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Looks for what is due, and has each of it acted on once, however many replicas look and however
 * often they are restarted: what is due is derived from the incidents' own rows. Keeps nothing.
 */
public final class DueSweep {
  /** Of each kind and look; the next look takes the rest. */
  private static final int MOST = 100;

  private final Database database;
  private final Desk desk;
  private final Duration archiveAfter;

  /**
   * @param archiveAfter so long after an incident was closed its channel is archived
   */
  public DueSweep(Database database, Desk desk, Duration archiveAfter) {
    this.database = database;
    this.desk = desk;
    this.archiveAfter = archiveAfter;
  }

  /**
   * One look, and what follows from it. An interrupted thread leaves the rest to the next look.
   *
   * @param now UTC
   * @return how many things were acted on
   * @throws Unavailable while Postgres is away: the next look finds the rest
   */
  public int sweep(Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.MICROS);
    List<Due> due = database.query(tx -> new Dues(tx).at(at, MOST, archiveAfter));
    int done = 0;
    for (Due one : due) {
      if (!Thread.currentThread().isInterrupted() && desk.due(one, at)) {
        done++;
      }
    }
    return done;
  }
}
