package io.evenkeel.chaos.rig;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits on conditions; what does not come true in time is an error with a name. */
public final class Waiting {
  private static final Duration LOOK = Duration.ofMillis(10);

  /** Many a look asks Postgres, and takes its time from those who are waited for. */
  private static final Duration RAREST = Duration.ofMillis(100);

  /** A look comes so much later as this part of what has passed already. */
  private static final int LATENESS = 20;

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
      long passed = System.nanoTime() - started;
      if (passed > atMost.toNanos()) {
        throw new AssertionError("not within " + atMost.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(Math.clamp(passed / LATENESS, LOOK.toNanos(), RAREST.toNanos()));
    }
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
