package io.evenkeel.slo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Over which time an objective is kept. */
public sealed interface Window {

  /** The part of time that counts at that moment. */
  Span at(Instant now);

  /**
   * How long it is: what a budget in minutes and a burn rate are computed from. A calendar's month
   * is as long as that one is, an hour less or more where clocks change.
   */
  default Duration length(Instant now) {
    return at(now).length();
  }

  /**
   * From and to.
   *
   * @param end the first moment that is not in it any more
   */
  record Span(Instant start, Instant end) {
    public Span {
      if (!start.isBefore(end)) {
        throw new IllegalArgumentException("a span ends after it starts: " + start + ", " + end);
      }
    }

    public Duration length() {
      return Duration.between(start, end);
    }

    /** What of these lies within it, each moment once, the first first; none touches another. */
    public List<Span> parts(List<Span> spans) {
      var parts = new ArrayList<Span>();
      for (Span span : spans.stream().sorted(Comparator.comparing(Span::start)).toList()) {
        Instant from = later(span.start, start);
        Instant to = span.end.isBefore(end) ? span.end : end;
        if (!from.isBefore(to)) {
          continue;
        }
        if (!parts.isEmpty() && !from.isAfter(parts.getLast().end)) {
          Span last = parts.removeLast();
          parts.add(new Span(last.start, later(last.end, to)));
        } else {
          parts.add(new Span(from, to));
        }
      }
      return List.copyOf(parts);
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one : other;
    }

    /** How long both share; zero when they do not. */
    public Duration shared(Span other) {
      Instant from = start.isAfter(other.start) ? start : other.start;
      Instant to = end.isBefore(other.end) ? end : other.end;
      return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }
  }

  /** The last so many days up to now: what was bad is forgiven as it falls out at the back. */
  record Rolling(int days) implements Window {
    public Rolling {
      if (days < 1) {
        throw new IllegalArgumentException("a window has a day at least: " + days);
      }
    }

    @Override
    public Span at(Instant now) {
      return new Span(now.minus(Duration.ofDays(days)), now);
    }
  }

  /** A part of the calendar, from its first midnight in that zone: a new one begins unspent. */
  record Calendar(Part part, ZoneId zone) implements Window {
    @Override
    public Span at(Instant now) {
      LocalDate first = part.first(now.atZone(zone).toLocalDate());
      return new Span(
          first.atStartOfDay(zone).toInstant(), part.next(first).atStartOfDay(zone).toInstant());
    }
  }

  /** Parts of the calendar. */
  enum Part {
    /** From Monday. */
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    private LocalDate first(LocalDate day) {
      return switch (this) {
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case QUARTER ->
            LocalDate.of(day.getYear(), day.getMonth().firstMonthOfQuarter().getValue(), 1);
        case YEAR -> day.withDayOfYear(1);
      };
    }

    private LocalDate next(LocalDate first) {
      return switch (this) {
        case WEEK -> first.plusWeeks(1);
        case MONTH -> first.plusMonths(1);
        case QUARTER -> first.plusMonths(3);
        case YEAR -> first.plusYears(1);
      };
    }
  }
}
