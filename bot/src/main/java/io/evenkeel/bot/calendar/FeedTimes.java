package io.evenkeel.bot.calendar;

import io.evenkeel.bot.calendar.FeedLines.Line;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a calendar writes times and lengths (RFC 5545, section 3.3).
 *
 * @param assumed the zone of times that name none
 */
record FeedTimes(ZoneId assumed) {
  static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
  private static final int FIRST_YEAR = 1990;

  record Time(LocalDateTime wall, ZoneId zone, boolean wholeDay) {
    Instant instant() {
      return ZonedDateTime.of(wall, zone).toInstant();
    }
  }

  /**
   * @param line that it stands in, which may name a zone; null for none
   */
  Time of(@Nullable Line line, String written) throws FeedEvent.Odd {
    String text = written.strip().toUpperCase(Locale.ROOT);
    ZoneId zone = line == null || line.zone() == null ? assumed : zone(line.zone());
    if (text.length() == 8) {
      return new Time(wall(text + "T000000"), zone, true);
    }
    return text.endsWith("Z")
        ? new Time(wall(text.substring(0, text.length() - 1)), ZoneOffset.UTC, false)
        : new Time(wall(text), zone, false);
  }

  static LocalDateTime wall(String text) throws FeedEvent.Odd {
    try {
      LocalDateTime wall = LocalDateTime.parse(text, WALL);
      if (wall.getYear() >= FIRST_YEAR && wall.toLocalDate().isBefore(LocalDate.of(2200, 1, 1))) {
        return wall;
      }
    } catch (DateTimeException e) {
      throw new FeedEvent.Odd("A time cannot be understood: " + shown(text));
    }
    throw new FeedEvent.Odd("A time is before 1990 or after 2199: " + shown(text));
  }

  /** A zone by its name, also behind a prefix such as {@code /example.org/Europe/Berlin}. */
  private static ZoneId zone(String named) throws FeedEvent.Odd {
    String[] parts = named.replace("\"", "").strip().split("/");
    for (int from = 0; from < parts.length; from++) {
      String name = String.join("/", Arrays.copyOfRange(parts, from, parts.length));
      if (ZONES.contains(name)) {
        return ZoneId.of(name);
      }
    }
    throw new FeedEvent.Odd("The zone " + shown(named) + " is not known");
  }

  /** Weeks and days are those of the wall; hours are exact (RFC 5545, section 3.3.6). */
  static Period period(String written) throws FeedEvent.Odd {
    String days = written.strip().replaceFirst("^\\+", "").replaceFirst("T.*", "");
    try {
      return days.equals("P") ? Period.ZERO : Period.parse(days);
    } catch (DateTimeException e) {
      throw new FeedEvent.Odd("A length cannot be understood: " + shown(written));
    }
  }

  static Duration duration(String written) throws FeedEvent.Odd {
    int time = written.indexOf('T');
    try {
      return time < 0 ? Duration.ZERO : Duration.parse("P" + written.strip().substring(time));
    } catch (DateTimeException e) {
      throw new FeedEvent.Odd("A length cannot be understood: " + shown(written));
    }
  }

  /** What somebody wrote, on one short line. */
  static String shown(String strange) {
    String bare = strange.replaceAll("[\\p{Cntrl}]", " ").strip();
    return "\"" + (bare.length() > 60 ? bare.substring(0, 60) + "…" : bare) + "\"";
  }
}
