package io.evenkeel.grammar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments as people type them, in the zone of the person who types. */
final class Times {
  static final String EXAMPLES = "14:30, 20m, 20 min ago, 14:30 UTC or yesterday 23:40";
  private static final Duration FAR = Duration.ofDays(3660);
  private static final Duration LONGEST_PROMISE = Duration.ofDays(31);
  private static final LocalTime USUAL_HANDOFF = LocalTime.of(9, 0);
  private static final Pattern ISO =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-].*)");

  private Times() {}

  /** When something happened, UTC at microseconds: the latest past moment that fits. */
  static Optional<Instant> past(String typed, Speaker speaker) {
    String text =
        CleanText.trimmed(typed.toLowerCase(Locale.ROOT)).replaceFirst("^(?:at|since) ", "");
    Instant now = speaker.now();
    if (text.equals("now") || text.equals("just now")) {
      return Optional.of(now);
    }
    return iso(text)
        .or(() -> Durations.parse(text.replaceFirst("\\s+ago$", "")).map(now::minus))
        .or(() -> Clock.parse(text, speaker).flatMap(clock -> clock.before(now)))
        .map(at -> at.truncatedTo(ChronoUnit.MICROS))
        .filter(at -> Duration.between(at, now).abs().compareTo(FAR) < 0);
  }

  /** How long until something is promised: {@code 30m}, {@code in 30 min} or {@code 15:00}. */
  static Optional<Duration> ahead(String typed, Speaker speaker) {
    String text = CleanText.trimmed(typed.toLowerCase(Locale.ROOT)).replaceFirst("^(?:in|at) ", "");
    Instant now = speaker.now();
    return Durations.parse(text)
        .or(() ->
            Clock.parse(text, speaker)
                .flatMap(clock -> clock.after(now))
                .map(at -> Duration.between(now, at)))
        .filter(length -> length.isPositive() && length.compareTo(LONGEST_PROMISE) <= 0);
  }

  /** When somebody's time is up, UTC at microseconds: as {@link #ahead}, or written out. */
  static Optional<Instant> due(String typed, Speaker speaker) {
    return iso(CleanText.trimmed(typed.toLowerCase(Locale.ROOT)))
        .or(() -> ahead(typed, speaker).map(speaker.now()::plus))
        .map(at -> at.truncatedTo(ChronoUnit.MICROS));
  }

  /**
   * A moment past or to come, UTC at microseconds: {@code now}, {@code tomorrow 09:00}, {@code fri
   * 18:00}, {@code 2026-12-24 09:00}, {@code 2h} from now, {@code 18:00} for the next time the
   * clock shows it. A day alone is its 09:00, when most shifts change.
   */
  static Optional<Instant> moment(String typed, Speaker speaker) {
    return moment(typed, speaker, speaker.now());
  }

  /**
   * The same where a time of the day alone is the next one after another moment.
   *
   * @param after what a time of the day alone comes after
   */
  static Optional<Instant> moment(String typed, Speaker speaker, Instant after) {
    String text = CleanText.trimmed(typed.toLowerCase(Locale.ROOT)).replaceFirst("^(?:in|at) ", "");
    if (text.equals("now")) {
      return Optional.of(speaker.now());
    }
    return iso(text)
        .or(() -> Durations.parse(text).map(speaker.now()::plus))
        .or(() ->
            Clock.parse(text, speaker)
                .flatMap(clock -> clock.date() == null ? clock.after(after) : clock.any()))
        .or(() -> onADay(text, speaker))
        .map(at -> at.truncatedTo(ChronoUnit.MICROS))
        .filter(at -> Duration.between(at, speaker.now()).abs().compareTo(FAR) < 0);
  }

  /** A day and a time in either order, or a day alone. */
  private static Optional<Instant> onADay(String text, Speaker speaker) {
    String[] words = text.split("[ ,]+", -1);
    for (int at = 1; at < words.length; at++) {
      String first = String.join(" ", Arrays.copyOfRange(words, 0, at));
      String second = String.join(" ", Arrays.copyOfRange(words, at, words.length));
      Optional<Instant> both =
          onADay(first, second, speaker).or(() -> onADay(second, first, speaker));
      if (both.isPresent()) {
        return both;
      }
    }
    return Days.parse(text, speaker)
        .map(day -> day.atTime(USUAL_HANDOFF).atZone(speaker.zone()).toInstant());
  }

  private static Optional<Instant> onADay(String day, String time, Speaker speaker) {
    Optional<Clock> clock = Clock.parse(time, speaker).filter(one -> one.date() == null);
    return clock.isEmpty()
        ? Optional.empty()
        : Days.parse(day, speaker)
            .flatMap(date -> new Clock(date, clock.get().time(), clock.get().zone()).any());
  }

  private static Optional<Instant> iso(String lower) {
    String text = lower.toUpperCase(Locale.ROOT);
    if (!ISO.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      // It looks like one and is none, such as the 30th of February.
      return Optional.empty();
    }
  }
}
