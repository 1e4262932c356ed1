package io.evenkeel.incident;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock of an incident: {@code T-2m}, {@code T+0m}, {@code T+43m}, {@code T+1h05m}, minutes
 * floored.
 */
public final class TPlus {
  private TPlus() {}

  /** How far {@code at} is from {@code zero}; both UTC. */
  public static String label(Instant zero, Instant at) {
    long minutes = Math.floorDiv(Duration.between(zero, at).toSeconds(), 60);
    long distance = Math.abs(minutes);
    String sign = minutes < 0 ? "T-" : "T+";
    return distance < 60
        ? sign + distance + "m"
        : "%s%dh%02dm".formatted(sign, distance / 60, distance % 60);
  }
}
