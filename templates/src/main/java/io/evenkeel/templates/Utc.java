package io.evenkeel.templates;

import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Milestones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Moments as a document writes them: always UTC, always said so. */
final class Utc {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final LocalDate day;

  /** The document's day: other days are written with their date. */
  Utc(Instant zero) {
    day = date(zero);
  }

  static LocalDate date(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /** {@code 14:32 UTC}, or {@code 2026-11-22 00:10 UTC} on another day. */
  String clock(Instant at) {
    return date(at).equals(day) ? CLOCK.format(at) : date(at) + " " + CLOCK.format(at);
  }

  /** When that was reached; empty while it is not known. */
  String clock(Milestones milestones, Milestone milestone) {
    return milestones.at(milestone).map(this::clock).orElse("");
  }

  /** As programs read it; null while it is not known. */
  static @Nullable String iso(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  /** To the second, without a zone, as a diagram takes it. */
  static String plain(Instant at) {
    return LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC)
        .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }

  /** {@code 43m} or {@code 1h05m}, minutes floored. */
  static String time(Duration duration) {
    long minutes = duration.toMinutes();
    return minutes < 60 ? minutes + "m" : "%dh%02dm".formatted(minutes / 60, minutes % 60);
  }
}
