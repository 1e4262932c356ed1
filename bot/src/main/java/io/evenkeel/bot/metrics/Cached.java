package io.evenkeel.bot.metrics;

import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Figures of the database, read at most so often however many scrape, on a thread of their own: a
 * scrape waits half a second for new ones and else gets what is known. Safe for any number of
 * threads.
 */
final class Cached<T> {
  /** How long a scrape waits for a read that it began; once, not for each figure. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** No read takes longer. */
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final Database database;
  private final InstantSource clock;
  private final Duration fresh;
  private final Function<Transaction, T> read;
  private @Nullable T last;
  private @Nullable Instant lastAt;
  private boolean away = true;
  private @Nullable Running running;
  private long next = System.nanoTime();

  private record Running(CountDownLatch over, long since) {}

  /**
   * @param fresh one read serves all scrapes of so long
   */
  Cached(Database database, InstantSource clock, Duration fresh, Function<Transaction, T> read) {
    this.database = database;
    this.clock = clock;
    this.fresh = fresh;
    this.read = read;
  }

  /** The newest; empty while the last read failed, as old figures would look well. */
  Optional<T> fresh() {
    refresh();
    synchronized (this) {
      return away ? Optional.empty() : Optional.ofNullable(last);
    }
  }

  /** The newest that could be read, however old; empty before the first. */
  Optional<T> known() {
    refresh();
    synchronized (this) {
      return Optional.ofNullable(last);
    }
  }

  /** Whether the last read was answered. */
  boolean answered() {
    refresh();
    synchronized (this) {
      return !away;
    }
  }

  /** When what is known was read, in seconds since 1970; not a number before the first. */
  synchronized double readAt() {
    return lastAt == null ? Double.NaN : lastAt.toEpochMilli() / 1000.0;
  }

  private void refresh() {
    Running waiting = begun();
    if (waiting == null) {
      return;
    }
    long left = PATIENCE.toNanos() - (System.nanoTime() - waiting.since());
    try {
      boolean _ = waiting.over().await(Math.max(0, left), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The read under way, begun if it is time for one; null while the last one is new enough. */
  private synchronized @Nullable Running begun() {
    if (running == null && System.nanoTime() - next >= 0) {
      running = new Running(new CountDownLatch(1), System.nanoTime());
      Thread.ofVirtual().name("figures").start(this::read);
    }
    return running;
  }

  private void read() {
    @Nullable T found = null;
    try {
      found = database.query(LIMIT, read);
    } catch (Unavailable _) {
      // Told by what is not there, and by when the last was read.
    } finally {
      over(found);
    }
  }

  private synchronized void over(@Nullable T found) {
    away = found == null;
    if (found != null) {
      last = found;
      lastAt = clock.instant();
    }
    next = System.nanoTime() + fresh.toNanos();
    if (running != null) {
      running.over().countDown();
      running = null;
    }
  }
}
