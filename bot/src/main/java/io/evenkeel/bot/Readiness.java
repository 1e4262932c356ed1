package io.evenkeel.bot;

import io.evenkeel.bot.delivery.PeopleSync;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.NotRecorded;
import io.evenkeel.persistence.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the bot still waits for before it takes commands. Slack being away is no reason: what is
 * recorded follows later.
 */
final class Readiness implements Supplier<List<String>>, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Readiness.class);

  /** People's names come first, but nobody waits longer for them. */
  private static final Duration NAMES = Duration.ofSeconds(5);

  private static final Duration LOOK = Duration.ofMillis(100);

  private final Database database;
  private final PeopleSync people;
  private final Runnable rehearsal;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final long started = System.nanoTime();
  private volatile boolean rehearsed;

  /**
   * @param rehearsal runs a command and takes it back, so that the first real one is not slow
   */
  Readiness(Database database, PeopleSync people, Runnable rehearsal) {
    this.database = database;
    this.people = people;
    this.rehearsal = rehearsal;
  }

  /** Begins to wait for Postgres. */
  void start() {
    Thread.ofVirtual().name("readiness").start(this::prepare);
  }

  @Override
  public List<String> get() {
    if (!database.ready()) {
      return List.of(
          "Postgres does not answer, or its schema is not of this version: check DATABASE_URL and"
              + " run migrate.");
    }
    if (!rehearsed) {
      return List.of("The bot is warming up.");
    }
    boolean patient = System.nanoTime() - started < NAMES.toNanos();
    return patient && !people.await(Duration.ZERO)
        ? List.of("The people of the workspace are being read from Slack.")
        : List.of();
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void prepare() {
    try {
      while (!rehearsed) {
        if (database.ready() && prepared()) {
          return;
        }
        if (closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean prepared() {
    try {
      database.risks().forEach(risk -> log.warn("In the settings of Postgres {}", risk));
      rehearsal.run();
      rehearsed = true;
      return true;
    } catch (Unavailable | NotRecorded e) {
      log.warn("not ready yet: {}", e.getMessage());
      return false;
    }
  }
}
