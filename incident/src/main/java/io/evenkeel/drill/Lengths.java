package io.evenkeel.drill;

import java.time.Duration;

/** Lengths of time as a report has them. */
public final class Lengths {
  private Lengths() {}

  /** "45 s", "2 min", "2 min 5 s", "1 h 5 min": whole seconds, floored. */
  public static String of(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
    }
    long minutes = seconds % 3600 / 60;
    return seconds / 3600 + " h" + (minutes == 0 ? "" : " " + minutes + " min");
  }
}
