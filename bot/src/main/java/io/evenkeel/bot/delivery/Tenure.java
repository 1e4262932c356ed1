package io.evenkeel.bot.delivery;

import io.evenkeel.persistence.delivery.Lease;
import java.time.Duration;

/**
 * A lease with its end on a clock that nobody sets. It ends here no later than in the database, as
 * it is counted from before it was asked for. Used by one thread.
 */
final class Tenure {
  private final Lease lease;
  private final Duration length;
  private long ends;

  /**
   * @param asked when it was asked for, by {@link System#nanoTime()}
   * @param first how long it lasts unless it is renewed
   * @param length how long it lasts from each renewal
   */
  Tenure(Lease lease, long asked, Duration first, Duration length) {
    this.lease = lease;
    this.length = length;
    ends = asked + first.toNanos();
  }

  Lease lease() {
    return lease;
  }

  /** Zero or less once it may be somebody else's. */
  Duration left() {
    return Duration.ofNanos(ends - System.nanoTime());
  }

  /** Renewed for its full length by a request of that time. */
  void renewed(long asked) {
    ends = asked + length.toNanos();
  }
}
