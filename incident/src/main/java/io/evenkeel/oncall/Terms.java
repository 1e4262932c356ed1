package io.evenkeel.oncall;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Times, days and lengths as people write them. Empty for what is none. */
final class Terms {
  private static final Pattern LENGTH =
      Pattern.compile("(?:([0-9]{1,5}) ?)?(h|hours?|d|days?|w|weeks?)");

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private Terms() {}

  /**
   * Where a calendar is: {@code https}, or {@code webcal}, which calendars write for the same.
   * Plain {@code http} on this machine alone, which whoever fetches it allows or not.
   */
  static Optional<URI> address(String written) {
    try {
      var url = new URI(written.strip().replaceFirst("(?i)^webcals?://", "https://"));
      String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
      boolean here = url.getHost() != null && THIS_MACHINE.contains(url.getHost());
      return Optional.of(url)
          .filter(one -> one.getHost() != null && one.getRawUserInfo() == null)
          .filter(_ -> scheme.equals("https") || (scheme.equals("http") && here));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /** {@code daily}, {@code weekly}, {@code 12h}, {@code 3 days}; also one that is out of bounds. */
  static Optional<Duration> length(String written) {
    String text = tidy(written);
    if (text.equals("daily") || text.equals("weekly") || text.equals("hourly")) {
      return Optional.of(
          text.equals("daily") ? days(1) : text.equals("weekly") ? days(7) : hours(1));
    }
    var found = LENGTH.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    long count = found.group(1) == null ? 1 : Long.parseLong(found.group(1));
    return Optional.of(
        switch (found.group(2).charAt(0)) {
          case 'h' -> hours(count);
          case 'd' -> days(count);
          default -> days(7 * count);
        });
  }

  private static Duration days(long count) {
    return Duration.ofDays(count);
  }

  private static Duration hours(long count) {
    return Duration.ofHours(count);
  }

  /** {@code 9:00} or {@code 09:00}. */
  static Optional<LocalTime> time(String written) {
    String text = tidy(written);
    return text.matches("[0-9]:[0-9]{2}|[0-9]{2}:[0-9]{2}")
        ? tried(() -> LocalTime.parse(text.length() == 4 ? "0" + text : text))
        : Optional.empty();
  }

  static Optional<LocalDate> date(String written) {
    return tried(() -> LocalDate.parse(tidy(written)));
  }

  /** A local time in the zone, or one that brings its offset: {@code 2026-12-24T09:00Z}. */
  static Optional<Instant> moment(String written, ZoneId zone) {
    String text = tidy(written).toUpperCase(Locale.ROOT).replaceFirst(" ", "T");
    Optional<Instant> local = tried(() -> WallTime.instant(LocalDateTime.parse(text), zone));
    return local.isPresent() ? local : tried(() -> OffsetDateTime.parse(text).toInstant());
  }

  /** {@code mon-fri, sun}, {@code weekdays}, {@code fri-mon}; empty also for no day. */
  static Optional<Set<DayOfWeek>> days(String written) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : tidy(written).replaceAll(" ?[-–] ?", "-").split("[, ]+")) {
      Optional<List<DayOfWeek>> some = range(part);
      if (some.isEmpty()) {
        return Optional.empty();
      }
      days.addAll(some.get());
    }
    return days.isEmpty() ? Optional.empty() : Optional.of(days);
  }

  private static Optional<List<DayOfWeek>> range(String part) {
    return switch (part) {
      case "weekdays" -> range("mon-fri");
      case "weekend", "weekends" -> range("sat-sun");
      case "daily", "always" -> range("mon-sun");
      default -> fromTo(part.split("-", 2));
    };
  }

  private static Optional<List<DayOfWeek>> fromTo(String... ends) {
    Optional<DayOfWeek> first = day(ends[0]);
    Optional<DayOfWeek> last = day(ends[ends.length - 1]);
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    int count = Math.floorMod(last.get().getValue() - first.get().getValue(), 7) + 1;
    return Optional.of(Stream.iterate(first.get(), day -> day.plus(1)).limit(count).toList());
  }

  /** {@code mon}, {@code Monday}. */
  static Optional<DayOfWeek> day(String written) {
    String text = tidy(written);
    return text.length() < 2
        ? Optional.empty()
        : EnumSet.allOf(DayOfWeek.class).stream()
            .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(text))
            .findFirst();
  }

  private static String tidy(String written) {
    return written.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static <T> Optional<T> tried(Supplier<T> parsed) {
    try {
      return Optional.of(parsed.get());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
