package io.evenkeel.grammar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time read off a clock: {@code 14:30}, {@code 2:30pm}, {@code yesterday 23:40}, {@code
 * 2026-11-20 23:40}, {@code 14:30 UTC}.
 *
 * @param date null when only the time was said
 */
record Clock(@Nullable LocalDate date, LocalTime time, ZoneId zone) {
  private static final Pattern TYPED =
      Pattern.compile(
          "(?:(?<day>today|yesterday|\\d{4}-\\d{2}-\\d{2})(?:\\s+(?:at\\s+)?|t))?"
              + "(?:at\\s+)?(?:(?<hour>\\d{1,2})[:.h](?<minute>\\d{2})(?::(?<second>\\d{2}))?"
              + "(?:\\s*(?<half>[ap])\\.?m\\.?)?|(?<twelve>\\d{1,2})\\s*(?<only>[ap])\\.?m\\.?)"
              + "(?:\\s*(?<zone>z|utc|gmt|[+-]\\d{2}:?\\d{2}|[a-z_]+/[a-z_/+-]+))?"
              + "(?:\\s+(?<after>today|yesterday))?");

  static Optional<Clock> parse(String typed, Speaker speaker) {
    var match = TYPED.matcher(CleanText.trimmed(typed.toLowerCase(Locale.ROOT)));
    if (!match.matches() || (match.group("day") != null && match.group("after") != null)) {
      return Optional.empty();
    }
    try {
      ZoneId zone = zone(match.group("zone"), speaker);
      String day = match.group("day") == null ? match.group("after") : match.group("day");
      return Optional.of(new Clock(date(day, zone, speaker.now()), time(match), zone));
    } catch (DateTimeException e) {
      // 25:00, 2026-02-30 or a zone that does not exist: not a time.
      return Optional.empty();
    }
  }

  /**
   * The latest moment up to {@code now} at which the clock showed this. With a date, the moment on
   * that date, which may still come. Empty when the clocks skipped it on that date.
   */
  Optional<Instant> before(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    var said = date;
    var days =
        said == null ? List.of(today, today.minusDays(1), today.minusDays(2)) : List.of(said);
    var moments = days.stream().flatMap(this::on).sorted().toList();
    return moments.reversed().stream()
        .filter(at -> !at.isAfter(now))
        .findFirst()
        .or(() -> moments.stream().findFirst());
  }

  /** The first moment after {@code now} at which the clock will show this. */
  Optional<Instant> after(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    var said = date;
    var days = said == null ? List.of(today, today.plusDays(1), today.plusDays(2)) : List.of(said);
    return days.stream().flatMap(this::on).sorted().filter(at -> at.isAfter(now)).findFirst();
  }

  /** The moment on its date; empty without one, and when the clocks skipped it. */
  Optional<Instant> any() {
    var said = date;
    return said == null ? Optional.empty() : on(said).findFirst();
  }

  /** None in the hour that is skipped in spring, two in the hour that comes twice in autumn. */
  private Stream<Instant> on(LocalDate day) {
    var local = day.atTime(time);
    return zone.getRules().getValidOffsets(local).stream().map(local::toInstant);
  }

  private static @Nullable LocalDate date(@Nullable String day, ZoneId zone, Instant now) {
    if (day == null) {
      return null;
    }
    LocalDate today = now.atZone(zone).toLocalDate();
    return switch (day) {
      case "today" -> today;
      case "yesterday" -> today.minusDays(1);
      default -> LocalDate.parse(day);
    };
  }

  private static LocalTime time(Matcher match) {
    String twelve = match.group("twelve");
    String half = twelve == null ? match.group("half") : match.group("only");
    int hour = Integer.parseInt(twelve == null ? match.group("hour") : twelve);
    if (half != null && (hour < 1 || hour > 12)) {
      throw new DateTimeException("no such hour before or after noon: " + hour);
    }
    String minute = match.group("minute");
    String second = match.group("second");
    return LocalTime.of(
        half == null ? hour : hour % 12 + (half.equals("p") ? 12 : 0),
        minute == null ? 0 : Integer.parseInt(minute),
        second == null ? 0 : Integer.parseInt(second));
  }

  private static ZoneId zone(@Nullable String typed, Speaker speaker) {
    if (typed == null) {
      return speaker.zone();
    }
    if (!typed.contains("/")) {
      return ZoneId.of(typed.toUpperCase(Locale.ROOT));
    }
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.equalsIgnoreCase(typed))
        .findFirst()
        .map(ZoneId::of)
        .orElseThrow(() -> new DateTimeException("no such zone: " + typed));
  }
}
