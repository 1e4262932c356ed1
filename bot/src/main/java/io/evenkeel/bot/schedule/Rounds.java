package io.evenkeel.bot.schedule;

import io.evenkeel.persistence.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has what is due looked for every few seconds by one of all replicas. When that one is killed,
 * another goes on within about 12 s; while Postgres is away nobody looks, and the first look
 * afterwards finds everything, so that looks that were missed are not made up for.
 */
public final class Rounds implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Rounds.class);

  private static final Duration LAST_ONE = Duration.ofSeconds(3);

  /** How long a look that is already promised to this replica may take to be given back. */
  private static final Duration GIVING_BACK = Duration.ofMillis(500);

  private final Database database;
  private final Duration every;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Trouble trouble = new Trouble();
  private final OneAtATime worker = new OneAtATime(LAST_ONE);
  private final Looks looks = new Looks();
  private final Store store;
  private final Scheduler scheduler;
  private final Standing standing;
  private final Thread keeper = Thread.ofVirtual().name("rounds").unstarted(this::keep);

  /**
   * Does nothing before it is started; opens no connection.
   *
   * @param clock what a look takes for now. The scheduler itself goes by the system's
   * @param every from the beginning of one look to that of the next, on all replicas together
   */
  public Rounds(Database database, DueSweep sweep, InstantSource clock, Duration every) {
    this.database = database;
    this.every = every;
    String replica = UUID.randomUUID().toString();
    store = Store.of(database, replica, every, trouble, closing);
    worker.tell(store::nothingHeld);
    try {
      scheduler = Quartz.open(replica, worker, store, every);
      scheduler.setJobFactory((bundle, quartz) -> new Look(sweep, clock, trouble, looks));
    } catch (SchedulerException e) {
      throw new IllegalStateException("the scheduler could not be made", e);
    }
    standing = new Standing(scheduler, every);
  }

  /** Begins as soon as Postgres answers and has the tables of this version. */
  public void start() {
    keeper.start();
  }

  /** What this replica did of it. */
  public Looks looked() {
    return looks;
  }

  /**
   * Begins no more looks, gives one that is promised to this replica back to the others, and lets
   * the one under way come to its end; all within about 3 s, also while Postgres hangs.
   */
  @Override
  public void close() {
    closing.countDown();
    // Quartz waits for its own threads, and those for Postgres: nobody else does.
    var last = Thread.ofPlatform().daemon().name("last-round").start(this::end);
    try {
      if (!last.join(LAST_ONE.plus(GIVING_BACK))) {
        worker.interrupt();
      }
    } catch (InterruptedException e) {
      worker.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    try {
      scheduler.standby();
      store.awaitNothingHeld(GIVING_BACK);
      scheduler.shutdown(false);
    } catch (SchedulerException e) {
      log.debug("The scheduler did not end in order", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sees to it that the look is planned, as long as this replica runs. */
  private void keep() {
    boolean started = false;
    try {
      do {
        started = started || begun();
        if (started) {
          stand();
        }
      } while (!closing.await(pause(started).toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean begun() {
    if (!database.ready()) {
      return false;
    }
    try {
      // It is planned first: what is found once the scheduler runs has its right interval.
      standing.keep();
      scheduler.start();
      return true;
    } catch (SchedulerException e) {
      trouble.met(e);
      return false;
    }
  }

  private void stand() {
    try {
      standing.keep();
    } catch (SchedulerException e) {
      trouble.met(e);
    }
  }

  private Duration pause(boolean started) {
    return started ? every.multipliedBy(5).plusSeconds(1) : Duration.ofMillis(250);
  }
}
