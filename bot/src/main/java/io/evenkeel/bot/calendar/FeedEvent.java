package io.evenkeel.bot.calendar;

import io.evenkeel.bot.calendar.FeedLines.Line;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
  /** Thrown for what cannot be understood; the words go to people. */
  static final class Odd extends Exception {
    private static final long serialVersionUID = 1L;

    Odd(String words) {
      super(words);
    }
  }

  record Occurrence(Instant from, Instant until) {}

  private final Map<String, List<Line>> lines;
  private final FeedTimes times;

  /**
   * @param assumed the zone of times that name none
   */
  FeedEvent(Map<String, List<Line>> lines, ZoneId assumed) {
    this.lines = lines;
    times = new FeedTimes(assumed);
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
    return line == null ? null : times.of(line, line.value()).instant();
  }

  /** Those that have any time between the two, at most so many. */
  List<Occurrence> occurrences(Instant from, Instant until, int most) throws Odd {
    @Nullable Line begins = first("DTSTART");
    if (begins == null) {
      throw new Odd("An event has no beginning (DTSTART)");
    }
    FeedTimes.Time start = times.of(begins, begins.value());
    Set<Instant> left = new HashSet<>();
    for (Line line : all("EXDATE")) {
      for (String value : line.value().split(",")) {
        left.add(times.of(line, value).instant());
      }
    }
    var occurrences = new ArrayList<Occurrence>();
    for (LocalDateTime wall : walls(start, from, until, most)) {
      FeedTimes.Time at = new FeedTimes.Time(wall, start.zone(), start.wholeDay());
      Instant end = end(start, at);
      if (end.isAfter(from) && at.instant().isBefore(until) && !left.contains(at.instant())) {
        occurrences.add(new Occurrence(at.instant(), end));
      }
    }
    return occurrences;
  }

  private List<LocalDateTime> walls(FeedTimes.Time start, Instant from, Instant until, int most)
      throws Odd {
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
            new Recur<LocalDateTime>(FeedRule.text(rule.value(), start.zone(), times))
                .getDates(start.wall(), first, last, most));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new Odd("A rule cannot be understood: " + FeedTimes.shown(rule.value()));
      }
    }
    for (Line line : all("RDATE")) {
      for (String value : line.value().split(",")) {
        walls.add(times.of(line, value.split("/")[0]).wall());
      }
    }
    return walls;
  }

  private Instant end(FeedTimes.Time start, FeedTimes.Time at) throws Odd {
    @Nullable Line ends = first("DTEND");
    @Nullable Line length = first("DURATION");
    if (ends != null) {
      FeedTimes.Time end = times.of(ends, ends.value());
      return end.zone().equals(start.zone())
          ? new FeedTimes.Time(
                  at.wall().plus(Duration.between(start.wall(), end.wall())), at.zone(), false)
              .instant()
          : at.instant().plus(Duration.between(start.instant(), end.instant()));
    }
    if (length != null) {
      return at.wall()
          .atZone(at.zone())
          .plus(FeedTimes.period(length.value()))
          .plus(FeedTimes.duration(length.value()))
          .toInstant();
    }
    return start.wholeDay() ? at.wall().plusDays(1).atZone(at.zone()).toInstant() : at.instant();
  }

  private List<Line> all(String name) {
    return lines.getOrDefault(name, List.of());
  }

  private @Nullable Line first(String name) {
    return all(name).isEmpty() ? null : all(name).getFirst();
  }
}
