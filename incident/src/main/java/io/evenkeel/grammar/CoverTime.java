package io.evenkeel.grammar;

import io.evenkeel.incident.Prose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody stands in on call: a moment of a flag, or a time among other words.
 *
 * @param rest the words without it
 * @param until null where no time is among them
 */
record CoverTime(Span rest, @Nullable Instant until) {
  /** "until", a day and a time, a zone: no time is longer. */
  private static final int LONGEST = 6;

  static CoverTime in(Span words, Speaker speaker, Instant from) {
    int size = words.words().size();
    for (int at = 0; at < size; at++) {
      for (int length = Math.min(LONGEST, size - at); length > 0; length--) {
        Span some = words.from(at).until(length);
        Optional<Instant> until = said(some.compact(speaker.directory()), speaker, from);
        if (until.isPresent()) {
          List<Word> rest = new ArrayList<>(words.until(at).words());
          rest.addAll(words.from(at + length).words());
          return new CoverTime(new Span(words.source(), rest), until.get());
        }
      }
    }
    return new CoverTime(words, null);
  }

  /** A length stands alone; a moment has "until" before it, or a name could be taken for it. */
  private static Optional<Instant> said(String typed, Speaker speaker, Instant from) {
    String text = typed.toLowerCase(Locale.ROOT);
    String moment = text.replaceFirst("^(?:until|till|to) ", "");
    return moment.equals(text)
        ? Durations.parse(text.replaceFirst("^for ", ""))
            .filter(Duration::isPositive)
            .map(from::plus)
        : ending(moment, speaker, from);
  }

  /** A moment, or a length that is counted from the beginning. */
  private static Optional<Instant> ending(String typed, Speaker speaker, Instant from) {
    return Durations.parse(typed.toLowerCase(Locale.ROOT))
        .filter(Duration::isPositive)
        .map(from::plus)
        .or(() -> Times.moment(typed, speaker, from));
  }

  /** The moment that a flag says; null where it is not there. */
  static @Nullable Instant moment(Said said, Flag flag) {
    Span given = said.flag(flag).orElse(null);
    if (given == null) {
      return null;
    }
    String typed = given.compact(said.speaker().directory());
    var at = Times.moment(typed, said.speaker());
    if (at.isEmpty()) {
      said.fail(notATime(typed));
    }
    return at.orElse(null);
  }

  /** When it ends by {@link Flag#UNTIL}, which must be there. */
  static @Nullable Instant until(Said said, Instant from) {
    String typed = said.flag(Flag.UNTIL).orElseThrow().compact(said.speaker().directory());
    var at = ending(typed, said.speaker(), from);
    if (at.isEmpty()) {
      said.fail(notATime(typed));
    }
    return at.orElse(null);
  }

  private static Prose notATime(String typed) {
    return Prose.of("Nothing was recorded: “" + Faults.echo(typed) + "” is not a time that I")
        .text(" understand. Type it like tomorrow 09:00, fri 18:00, 2026-12-24 09:00 or 2h, in")
        .text(" your own time zone.");
  }
}
