package io.evenkeel.slo.rules;

import io.evenkeel.slo.Window;
import java.time.Duration;

/** How long a window is where it must be one length, and times as Prometheus writes them. */
public final class Ranges {
  private Ranges() {}

  /**
   * The length that thresholds are computed from. A part of the calendar is not always as long: its
   * shortest is taken, 28 days for a month, 90 for a quarter, so that alerts come rather early.
   */
  public static Duration length(Window window) {
    return Duration.ofDays(
        switch (window) {
          case Window.Rolling(int days) -> days;
          case Window.Calendar calendar ->
              switch (calendar.part()) {
                case WEEK -> 7;
                case MONTH -> 28;
                case QUARTER -> 90;
                case YEAR -> 365;
              };
        });
  }

  /** {@code 5m}, {@code 6h}, {@code 30d}. */
  public static String promql(Duration time) {
    if (time.toMinutesPart() != 0) {
      return time.toMinutes() + "m";
    }
    return time.toHoursPart() != 0 ? time.toHours() + "h" : time.toDays() + "d";
  }

  /** As people say it: {@code 30 days}, {@code the calendar's month}. */
  public static String words(Window window) {
    return switch (window) {
      case Window.Rolling(int days) -> days == 1 ? "1 day" : days + " days";
      case Window.Calendar calendar ->
          "a calendar's " + calendar.part().name().toLowerCase(java.util.Locale.ROOT);
    };
  }
}
