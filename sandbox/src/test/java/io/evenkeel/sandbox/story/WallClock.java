package io.evenkeel.sandbox.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that the story sets; between two settings it runs on, so that timestamps differ. */
final class WallClock implements InstantSource {
  private volatile Instant set;
  private volatile long since = System.nanoTime();

  WallClock(Instant start) {
    set = start;
  }

  /** Today at this UTC time, such as {@code 14:32}. */
  void at(String time) {
    set = Instant.parse(set.toString().substring(0, 11) + time + ":00Z");
    since = System.nanoTime();
  }

  @Override
  public Instant instant() {
    return set.plus(Duration.ofNanos(System.nanoTime() - since));
  }
}
