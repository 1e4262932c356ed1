package io.evenkeel.chaos.rig;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits on conditions; what does not come true in time is an error with a name. */
public final class Waiting {
  private static final Duration LOOK = Duration.ofMillis(10);

  private Waiting() {}

  /** Within 30 s. */
  public static void until(String what, BooleanSupplier holds) {
    until(what, Duration.ofSeconds(30), holds);
  }

  /**
   * @throws AssertionError when it does not hold in time
   */
  public static void until(String what, Duration atMost, BooleanSupplier holds) {
    var _ = howLong(what, atMost, holds);
  }

  /**
   * The same; returns how long it took.
   *
   * @throws AssertionError when it does not hold in time
   */
  public static Duration howLong(String what, Duration atMost, BooleanSupplier holds) {
    long started = System.nanoTime();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - started > atMost.toNanos()) {
        throw new AssertionError("not within " + atMost.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
