package io.evenkeel.incident;

import java.time.Duration;
import java.time.Instant;

/** How long something has lasted, as people say it: {@code 3m}, {@code 1h05m}, {@code 2d}. */
public final class Ago {
  private Ago() {}

  /** The same of a length. */
  public static String length(Duration length) {
    return lasted(Instant.EPOCH, Instant.EPOCH.plus(length));
  }

  /** Minutes, floored; under one it is {@code under 1m}. Both UTC. */
  public static String lasted(Instant since, Instant now) {
    long minutes = Math.max(0, Duration.between(since, now).toMinutes());
    if (minutes < 1) {
      return "under 1m";
    }
    if (minutes < 60) {
      return minutes + "m";
    }
    return minutes < 24 * 60
        ? "%dh%02dm".formatted(minutes / 60, minutes % 60)
        : minutes / (24 * 60) + "d";
  }
}
