package io.evenkeel.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when told to. */
final class Ticking implements InstantSource {

  private volatile Instant now = Instant.parse("2026-03-02T14:30:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration by) {
    now = now.plus(by);
  }
}
