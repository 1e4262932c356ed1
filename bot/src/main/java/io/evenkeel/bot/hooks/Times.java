package io.evenkeel.bot.hooks;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as systems write them: RFC 3339, ISO 8601 with {@code +0000}, without a zone (UTC), or as
 * seconds or milliseconds since 1970. Truncated to microseconds.
 */
final class Times {
  /** Before that nobody's monitoring ran; it also keeps out Go's zero time, 0001-01-01. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** Clocks differ; more than that is no difference of clocks. */
  private static final int AHEAD_DAYS = 1;

  /** Numbers from here on are milliseconds: as seconds they are in the year 5138. */
  private static final long MILLIS_FROM = 100_000_000_000L;

  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private Times() {}

  /** Empty, and a fault, for what is no time; empty for the zero time and beyond all sense. */
  static Optional<Instant> read(Field field, Instant now) {
    Optional<String> written = field.written();
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> read = read(written.get().strip());
    if (read.isEmpty()) {
      field.fault("is no time. Send one such as 2026-11-21T14:32:00Z");
    }
    return read.filter(
            at -> at.isAfter(EARLIEST) && at.isBefore(now.plus(AHEAD_DAYS, ChronoUnit.DAYS)))
        .map(at -> at.truncatedTo(ChronoUnit.MICROS));
  }

  private static Optional<Instant> read(String text) {
    try {
      if (text.matches("[0-9]{1,16}([.][0-9]{1,9})?")) {
        double number = Double.parseDouble(text);
        return Optional.of(
            number >= MILLIS_FROM
                ? Instant.ofEpochMilli((long) number)
                : Instant.ofEpochMilli((long) (number * 1000)));
      }
      TemporalAccessor read = WRITTEN.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          read instanceof OffsetDateTime at
              ? at.toInstant()
              : ((LocalDateTime) read).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException | ArithmeticException notOne) {
      return Optional.empty();
    }
  }
}
