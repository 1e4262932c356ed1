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

  WallClock(Instant start) {
    set = start;
  }

  /** Today at this UTC time, such as {@code 14:32}. */
  void at(String time) {
    set = Instant.parse(set.toString().substring(0, 11) + time + ":00Z");
    since = System.nanoTime();
  }

  /** The same, some seconds past; from now on time passes with looks at it alone. */
  void at(String time, int seconds) {
    stepwise = true;
    looks.set(0);
    at(time);
    set = set.plusSeconds(seconds);
  }

  /** So many seconds pass at once. */
  void pass(int seconds) {
    set = set.plusSeconds(seconds);
  }

  /** Half a second past what was set, where a busy machine has let more of it go by. */
  void backToTheSecond() {
    Instant half = set.plusMillis(500);
    if (instant().isAfter(half)) {
      set = half;
      since = System.nanoTime();
    }
  }

  @Override
  public Instant instant() {
    if (stepwise) {
      return set.plusMillis(looks.incrementAndGet());
    }
    return set.plus(Duration.ofNanos(System.nanoTime() - since));
  }
}
