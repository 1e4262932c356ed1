package io.evenkeel.sandbox.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that the story sets; between two settings it runs on, so that timestamps differ: as fast
 * as real time, or by a millisecond with each look.
 */
final class WallClock implements InstantSource {
  private volatile Instant set;
  private volatile long since = System.nanoTime();
  private final AtomicLong looks = new AtomicLong();
  private volatile boolean stepwise;
  private volatile boolean stands;

  WallClock(Instant start) {
    set = start;
  }

  /** Today at this UTC time, such as {@code 14:32}. */
  void at(String time) {
    set = Instant.parse(set.toString().substring(0, 11) + time + ":00Z");
    since = System.nanoTime();
    stands = false;
  }

  /** The same, some seconds past; from now on time passes with looks at it alone. */
  void at(String time, int seconds) {
    stepwise = true;
    looks.set(0);
    at(time);
    set = set.plusSeconds(seconds);
  }

  /**
   * Half a second past what was set, where a busy machine has let more of it go by, and there it
   * stands until it is set anew.
   */
  void standStill() {
    Instant half = set.plusMillis(500);
    Instant now = instant();
    stands = true;
    set = now.isAfter(half) ? half : now;
  }

  @Override
  public Instant instant() {
    if (stepwise) {
      return set.plusMillis(looks.incrementAndGet());
    }
    return stands ? set : set.plus(Duration.ofNanos(System.nanoTime() - since));
  }
}
