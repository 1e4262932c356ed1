package io.evenkeel.grammar;

import io.evenkeel.incident.Prose;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When a service is worked on: a time at the beginning of some words, or in a flag.
 *
 * @param rest the words behind it
 * @param at null where they begin with none
 */
record UpkeepTime(Span rest, @Nullable Instant at) {
  /** "until", a day and a time, a zone: no time is longer. */
  private static final int LONGEST = 6;

  /** When it begins; a length alone says how long it goes on from now. */
  static UpkeepTime beginning(Span words, Speaker speaker) {
    return of(words, speaker, text -> begins(text, speaker));
  }

  /** When it ends: a moment, or a length from then on. */
  static UpkeepTime ending(Span words, Speaker speaker, Instant from) {
    return of(words, speaker, text -> ends(text, speaker, from));
  }

  private static UpkeepTime of(
      Span words, Speaker speaker, Function<String, Optional<Instant>> time) {
    for (int length = Math.min(LONGEST, words.words().size()); length > 0; length--) {
      Optional<Instant> at = time.apply(words.until(length).compact(speaker.directory()));
      if (at.isPresent()) {
        return new UpkeepTime(words.from(length), at.get());
      }
    }
    return new UpkeepTime(words, null);
  }

  /**
   * The time of {@link Flag#SINCE} or {@link Flag#UNTIL}; null where it is not there.
   *
   * @param after from when a length counts
   */
  static @Nullable Instant flagged(Said said, Flag flag, Instant after) {
    Span given = said.flag(flag).orElse(null);
    if (given == null) {
      return null;
    }
    Speaker speaker = said.speaker();
    String typed = given.compact(speaker.directory());
    Optional<Instant> at =
        flag == Flag.UNTIL
            ? length(typed, after).or(() -> Times.moment(typed, speaker, after))
            : Times.moment(typed, speaker);
    if (at.isEmpty()) {
      said.fail(
          Prose.of("Nothing was recorded: “" + Faults.echo(typed) + "” is not a time that I")
              .text(" understand. Type it like tomorrow 22:00, fri 22:00, 2026-11-22 22:00 or 2h,")
              .text(" in your own time zone."));
    }
    return at.orElse(null);
  }

  /** A moment; a length alone says how long it goes on from now. */
  private static Optional<Instant> begins(String typed, Speaker speaker) {
    String text = typed.toLowerCase(Locale.ROOT).replaceFirst("^(?:from|on|at|starting) ", "");
    return Durations.parse(text).isPresent() || text.matches("(for|until|till|to) .*")
        ? Optional.empty()
        : Times.moment(text, speaker);
  }

  private static Optional<Instant> ends(String typed, Speaker speaker, Instant from) {
    String text = typed.toLowerCase(Locale.ROOT);
    String moment = text.replaceFirst("^(?:until|till|to|-|–) ?", "");
    return moment.equals(text)
        ? length(text.replaceFirst("^for ", ""), from)
        : Times.moment(moment, speaker, from);
  }

  private static Optional<Instant> length(String typed, Instant from) {
    return Durations.parse(typed.toLowerCase(Locale.ROOT))
        .filter(Duration::isPositive)
        .map(from::plus);
  }
}
