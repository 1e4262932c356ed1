package io.evenkeel.bot.hooks;

import io.evenkeel.alert.Arrival;
import java.time.Instant;

/** Who keeps alerts. Called by many threads at once. */
@FunctionalInterface
public interface Taking {
  /**
   * Keeps it, all of it or nothing, before it returns.
   *
   * @param now UTC at microseconds
   * @throws RuntimeException one of persistence's that say how a transaction ended, when it is not
   *     kept or nobody knows
   */
  Taken take(Arrival arrival, Instant now);

  /**
   * @param repeated the same was sent before: nothing was done again
   * @param recorded how many alerts of it told something new
   */
  record Taken(boolean repeated, int recorded) {}
}
