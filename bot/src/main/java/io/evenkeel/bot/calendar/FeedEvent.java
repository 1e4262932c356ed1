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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/**
 * One event, whose times are taken from its lines as RFC 5545 means them. Rules are expanded on the
 * clock on the wall and put into the zone after, so that a time which is skipped moves forward and
 * one that is shown twice is the first.
 */
final class FeedEvent {
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
  private static final int LONGEST_RULE = 250;
  private static final int FIRST_YEAR = 1990;

  /** Thrown for what cannot be understood; the words go to people. */
  static final class Odd extends Exception {
    private static final long serialVersionUID = 1L;

    Odd(String words) {
      super(words);
    }
  }

  record Time(LocalDateTime wall, ZoneId zone, boolean wholeDay) {
    Instant instant() {
      return ZonedDateTime.of(wall, zone).toInstant();
    }
  }

  record Occurrence(Instant from, Instant until) {}

  private final Map<String, List<Line>> lines;
  private final ZoneId assumed;

  /**
   * @param assumed the zone of times that name none
   */
  FeedEvent(Map<String, List<Line>> lines, ZoneId assumed) {
    this.lines = lines;
    this.assumed = assumed;
  }

  String text(String name) {
    @Nullable Line line = first(name);
    return line == null
        ? ""
        : line.value().replaceAll("\\\\[nN]", " ").replaceAll("\\\\([,;\\\\])", "$1").strip();
  }

  boolean cancelled() {
    return text("STATUS").equalsIgnoreCase("CANCELLED");
  }

  boolean recurs() {
    return first("RRULE") != null;
  }

  /** Names the one of a series that this event takes the place of; null for none. */
  @Nullable Instant replaces() throws Odd {
    @Nullable Line line = first("RECURRENCE-ID");
    return line == null ? null : time(line, line.value()).instant();
  }

  /** Those that have any time between the two, at most so many. */
  List<Occurrence> occurrences(Instant from, Instant until, int most) throws Odd {
    @Nullable Line begins = first("DTSTART");
    if (begins == null) {
      throw new Odd("An event has no beginning (DTSTART)");
    }
    Time start = time(begins, begins.value());
    Set<Instant> left = new HashSet<>();
    for (Line line : all("EXDATE")) {
      for (String value : line.value().split(",")) {
        left.add(time(line, value).instant());
      }
    }
    var occurrences = new ArrayList<Occurrence>();
    for (LocalDateTime wall : walls(start, from, until, most)) {
      Time at = new Time(wall, start.zone(), start.wholeDay());
      Instant end = end(start, at);
      if (end.isAfter(from) && at.instant().isBefore(until) && !left.contains(at.instant())) {
        occurrences.add(new Occurrence(at.instant(), end));
      }
    }
    return occurrences;
  }

  private List<LocalDateTime> walls(Time start, Instant from, Instant until, int most) throws Odd {
    var walls = new ArrayList<LocalDateTime>();
    @Nullable Line rule = first("RRULE");
    if (rule == null) {
      walls.add(start.wall());
    } else {
      Duration length = Duration.between(start.instant(), end(start, start));
      LocalDateTime first = from.minus(length).atZone(start.zone()).toLocalDateTime().minusDays(2);
      LocalDateTime last = until.atZone(start.zone()).toLocalDateTime().plusDays(2);
      try {
        walls.addAll(
            new Recur<LocalDateTime>(rule(rule.value(), start.zone()))
                .getDates(start.wall(), first, last, most));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new Odd("A rule cannot be understood: " + shown(rule.value()));
      }
    }
    for (Line line : all("RDATE")) {
      for (String value : line.value().split(",")) {
        walls.add(time(line, value.split("/")[0]).wall());
      }
    }
    return walls;
  }

  /** The rule with its end on the clock on the wall; nothing that comes more often than hourly. */
  private String rule(String written, ZoneId zone) throws Odd {
    String rule = written.strip().toUpperCase(Locale.ROOT);
    if (rule.length() > LONGEST_RULE
        || rule.matches(".*FREQ=(SECONDLY|MINUTELY).*|.*BY(MINUTE|SECOND)=[0-9]*,.*")
        || rule.matches(".*INTERVAL=(0|-|[0-9]{5}).*|.*COUNT=[0-9]{6}.*")) {
      throw new Odd("A rule is not one of a rota: " + shown(written));
    }
    var parts = new ArrayList<String>();
    for (String part : rule.split(";")) {
      if (part.startsWith("UNTIL=")) {
        String end = part.substring(6);
        boolean day = end.length() == 8;
        Time time = day ? new Time(wall(end + "T235959"), zone, true) : time(null, end);
        parts.add("UNTIL=" + WALL.format(time.instant().atZone(day ? time.zone() : zone)));
      } else {
        parts.add(part);
      }
    }
    return String.join(";", parts);
  }

  private Instant end(Time start, Time at) throws Odd {
    @Nullable Line ends = first("DTEND");
    @Nullable Line length = first("DURATION");
    if (ends != null) {
      Time end = time(ends, ends.value());
      return end.zone().equals(start.zone())
          ? new Time(at.wall().plus(Duration.between(start.wall(), end.wall())), at.zone(), false)
              .instant()
          : at.instant().plus(Duration.between(start.instant(), end.instant()));
    }
    if (length != null) {
      return at.wall()
          .atZone(at.zone())
          .plus(period(length.value()))
          .plus(duration(length.value()))
          .toInstant();
    }
    return start.wholeDay() ? at.wall().plusDays(1).atZone(at.zone()).toInstant() : at.instant();
  }

  /** Weeks and days are those of the wall; hours are exact (RFC 5545, section 3.3.6). */
  private static Period period(String written) throws Odd {
    String days = written.strip().replaceFirst("^\\+", "").replaceFirst("T.*", "");
    try {
      return days.equals("P") ? Period.ZERO : Period.parse(days);
    } catch (DateTimeException e) {
      throw new Odd("A length cannot be understood: " + shown(written));
    }
  }

  private static Duration duration(String written) throws Odd {
    int time = written.indexOf('T');
    try {
      return time < 0 ? Duration.ZERO : Duration.parse("P" + written.strip().substring(time));
    } catch (DateTimeException e) {
      throw new Odd("A length cannot be understood: " + shown(written));
    }
  }

  private Time time(@Nullable Line line, String written) throws Odd {
    String text = written.strip().toUpperCase(Locale.ROOT);
    ZoneId zone = line == null || line.zone() == null ? assumed : zone(line.zone());
    if (text.length() == 8) {
      return new Time(wall(text + "T000000"), zone, true);
    }
    return text.endsWith("Z")
        ? new Time(wall(text.substring(0, text.length() - 1)), ZoneOffset.UTC, false)
        : new Time(wall(text), zone, false);
  }

  private static LocalDateTime wall(String text) throws Odd {
    try {
      LocalDateTime wall = LocalDateTime.parse(text, WALL);
      if (wall.getYear() >= FIRST_YEAR && wall.toLocalDate().isBefore(LocalDate.of(2200, 1, 1))) {
        return wall;
      }
    } catch (DateTimeException e) {
      throw new Odd("A time cannot be understood: " + shown(text));
    }
    throw new Odd("A time is before 1990 or after 2199: " + shown(text));
  }

  /** A zone by its name, also behind a prefix such as {@code /example.org/Europe/Berlin}. */
  private static ZoneId zone(String named) throws Odd {
    String[] parts = named.replace("\"", "").strip().split("/");
    for (int from = 0; from < parts.length; from++) {
      String name = String.join("/", Arrays.copyOfRange(parts, from, parts.length));
      if (ZONES.contains(name)) {
        return ZoneId.of(name);
      }
    }
    throw new Odd("The zone " + shown(named) + " is not known");
  }

  private static String shown(String strange) {
    String bare = strange.replaceAll("[\\p{Cntrl}]", " ").strip();
    return "\"" + (bare.length() > 60 ? bare.substring(0, 60) + "…" : bare) + "\"";
  }

  private List<Line> all(String name) {
    return lines.getOrDefault(name, List.of());
  }

  private @Nullable Line first(String name) {
    return all(name).isEmpty() ? null : all(name).getFirst();
  }
}
