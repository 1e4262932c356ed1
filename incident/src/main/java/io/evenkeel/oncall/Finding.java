package io.evenkeel.oncall;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something about a schedule that somebody should know before it matters.
 *
 * @param layer null where it concerns the whole schedule
 * @param place when, in the schedule's local time, or which key; null where neither says more
 * @param wrong what is wrong, in a few words
 * @param mend what to do about it
 */
public record Finding(
    String schedule, @Nullable String layer, @Nullable String place, String wrong, String mend) {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

  /** {@code Fri 2026-03-06 17:00}. */
  static String local(Instant at, ZoneId zone) {
    return LOCAL.format(at.atZone(zone));
  }

  /** {@code Fri 2026-03-06 17:00 to Mon 2026-03-09 09:00 (Europe/Berlin)}. */
  static String local(@Nullable Instant from, @Nullable Instant until, ZoneId zone) {
    String begin = from == null ? "" : local(from, zone) + " ";
    String end = until == null ? "on" : "to " + local(until, zone);
    return (begin + end + " (" + zone + ")").strip();
  }

  @Override
  public String toString() {
    return Stream.of(schedule, layer, place)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "))
        + ": "
        + wrong
        + ". "
        + mend
        + ".";
  }
}
