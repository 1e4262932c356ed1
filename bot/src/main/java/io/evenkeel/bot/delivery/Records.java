package io.evenkeel.bot.delivery;

import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Unavailable;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a lease has brought, so that a hiccup of Postgres leaves no doubt: a write that
 * failed, or whose COMMIT was not answered, is made again as long as the lease lasts. Under its
 * epoch it may be made any number of times.
 */
final class Records {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final int DOUBLINGS = 5;

  /** Postgres gets so long for a write, however short the leases are. */
  private static final Duration SHORTEST = Duration.ofSeconds(2);

  private final Database database;
  private final Tenure tenure;
  private final Duration limit;

  Records(Database database, DeliverySettings settings, Tenure tenure) {
    this.database = database;
    this.tenure = tenure;
    Duration sixth = settings.lease().dividedBy(6);
    limit = sixth.compareTo(SHORTEST) < 0 ? SHORTEST : sixth;
  }

  /** Writes it or fails at once, for a write that somebody makes again in another way. */
  <T extends @Nullable Object> T once(Function<Transaction, T> write) {
    return database.query(limit, write);
  }

  /**
   * @param write may run several times
   * @throws Unavailable the lease is over and nothing is known to be written, or there is something
   *     that cannot be read
   */
  <T extends @Nullable Object> T keep(Function<Transaction, T> write) {
    int failures = 0;
    while (true) {
      try {
        return database.query(limit, write);
      } catch (Unavailable e) {
        if (e.unreadable()
            || !tenure.left().isPositive()
            || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LockSupport.parkNanos(FIRST_PAUSE.toNanos() << Math.min(failures++, DOUBLINGS));
      }
    }
  }
}
