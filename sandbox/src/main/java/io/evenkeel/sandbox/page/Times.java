package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.page.markup.Reader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A message's time in the reader's own zone. */
final class Times {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy 'at' HH:mm:ss zzz", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

  private final Reader reader;

  Times(Reader reader) {
    this.reader = reader;
  }

  static Instant instant(String ts) {
    BigDecimal micros = new BigDecimal(ts).movePointRight(6);
    return Instant.EPOCH.plus(micros.longValue(), ChronoUnit.MICROS);
  }

  String time(String ts) {
    return TIME.format(local(ts));
  }

  String full(String ts) {
    return FULL.format(local(ts));
  }

  String iso(String ts) {
    return instant(ts).toString();
  }

  boolean sameDay(String one, String other) {
    return local(one).toLocalDate().equals(local(other).toLocalDate());
  }

  /** The words of a day divider. */
  String day(String ts) {
    LocalDate day = local(ts).toLocalDate();
    LocalDate today = reader.now().atZone(reader.zone()).toLocalDate();
    if (day.equals(today)) {
      return "Today";
    }
    if (day.equals(today.minusDays(1))) {
      return "Yesterday";
    }
    return (day.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(local(ts));
  }

  /** "today at 14:32". */
  String recent(String ts) {
    return day(ts).replace("Today", "today").replace("Yesterday", "yesterday") + " at " + time(ts);
  }

  private ZonedDateTime local(String ts) {
    return instant(ts).atZone(reader.zone());
  }
}
