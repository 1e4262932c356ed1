package io.evenkeel.persistence;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what must come true without being told when. */
public final class Eventually {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Eventually() {}

  /** Tries until the check passes; after 30 s its last failure is the test's. */
  public static void holds(Runnable check) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        check.run();
        return;
      } catch (AssertionError | NotRecorded | InDoubt | Unavailable e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }
}
