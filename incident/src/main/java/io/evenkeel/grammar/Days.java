package io.evenkeel.grammar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days ahead as people type them, where the person who types is. */
final class Days {
  static final String EXAMPLES = "2026-12-01, 1 Dec, friday, tomorrow or 2 weeks";

  private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
  private static final Pattern LENGTH =
      Pattern.compile("(\\d{1,3}|an?|one|two)\\s*(d|days?|w|weeks?|months?)");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+([a-z]{3,9})\\.?(?:\\s+(\\d{4}))?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("([a-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?");

  private static final int SHORTEST_NAME = 3;

  private Days() {}

  /** The next day that fits; one with a year may be past. */
  static Optional<LocalDate> parse(String typed, Speaker speaker) {
    String text =
        CleanText.trimmed(typed.toLowerCase(Locale.ROOT)).replaceFirst("^(?:in|by|on|next) ", "");
    LocalDate today = speaker.now().atZone(speaker.zone()).toLocalDate();
    return switch (text) {
      case "today", "tonight", "end of day", "eod" -> Optional.of(today);
      case "tomorrow" -> Optional.of(today.plusDays(1));
      case "week" -> Optional.of(today.plusWeeks(1));
      default ->
          weekday(text)
              .map(day -> today.with(TemporalAdjusters.next(day)))
              .or(() -> length(text, today))
              .or(() -> dated(text, today));
    };
  }

  private static Optional<DayOfWeek> weekday(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.name().toLowerCase(Locale.ROOT);
      if (text.length() >= SHORTEST_NAME && name.startsWith(text)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> length(String text, LocalDate today) {
    Matcher match = LENGTH.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    long count =
        switch (match.group(1)) {
          case "a", "an", "one" -> 1;
          case "two" -> 2;
          default -> Long.parseLong(match.group(1));
        };
    return Optional.of(
        switch (match.group(2).charAt(0)) {
          case 'd' -> today.plusDays(count);
          case 'w' -> today.plusWeeks(count);
          default -> today.plusMonths(count);
        });
  }

  private static Optional<LocalDate> dated(String text, LocalDate today) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return date(number(iso, 1), number(iso, 2), number(iso, 3));
    }
    Matcher first = DAY_FIRST.matcher(text);
    if (first.matches()) {
      return named(first.group(2), number(first, 1), first.group(3), today);
    }
    Matcher second = MONTH_FIRST.matcher(text);
    return second.matches()
        ? named(second.group(1), number(second, 2), second.group(3), today)
        : Optional.empty();
  }

  private static Optional<LocalDate> named(
      String month, int day, @Nullable String year, LocalDate today) {
    for (Month known : Month.values()) {
      if (known.name().toLowerCase(Locale.ROOT).startsWith(month)) {
        if (year != null) {
          return date(Integer.parseInt(year), known.getValue(), day);
        }
        return date(today.getYear(), known.getValue(), day)
            .map(date -> date.isBefore(today) ? date.plusYears(1) : date);
      }
    }
    return Optional.empty();
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
