package io.evenkeel.bot.schedule;

import io.evenkeel.bot.desk.Desk;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.board.Dues;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds for what is due, and has each of it acted on once, however many replicas
 * look and however often they are restarted: what is due is derived from the incidents' own rows.
 */
public final class DueSweep implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DueSweep.class);

  /** Of each kind and look; the next look takes the rest. */
  private static final int MOST = 100;

  private static final Duration LAST_ONE = Duration.ofSeconds(3);

  private final Database database;
  private final Desk desk;
  private final InstantSource clock;
  private final Duration every;
  private final Duration archiveAfter;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().daemon().name("due-sweep").unstarted(this::run);

  /**
   * @param every how long it waits from the end of one look to the next
   * @param archiveAfter so long after an incident was closed its channel is archived
   */
  public DueSweep(
      Database database, Desk desk, InstantSource clock, Duration every, Duration archiveAfter) {
    this.database = database;
    this.desk = desk;
    this.clock = clock;
    this.every = every;
    this.archiveAfter = archiveAfter;
  }

  public void start() {
    thread.start();
  }

  /**
   * One look, and what follows from it.
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

  private void run() {
    try {
      do {
        look();
      } while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is thrown here would end the thread's looking for good. */
  private void look() {
    try {
      sweep(clock.instant());
    } catch (Unavailable e) {
      log.warn("What is due cannot be looked for now: {}", e.getMessage());
    } catch (RuntimeException e) {
      log.error("What is due could not be acted on", e);
    }
  }

  /** Ends the look under way first, for up to 3 s. */
  @Override
  public void close() {
    stopped.countDown();
    try {
      if (thread.isAlive() && !thread.join(LAST_ONE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
