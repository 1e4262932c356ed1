package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.Prose;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code maintenance api 2026-11-22 22:00 for 2h upgrade postgres}, {@code maintenance api 2h
 * upgrade} from now on, {@code maintenance list}, {@code maintenance cancel 3}, {@code maintenance
 * end 3}.
 */
final class UpkeepSentence {
  private static final String LIST = "list|ls|all";
  private static final String CANCEL = "cancel|withdraw|remove|delete|drop";
  private static final String END = "end|done|finish|finished|stop|over";

  /** "until", a day and a time, a zone: no time is longer. */
  private static final int LONGEST = 6;

  private UpkeepSentence() {}

  static Utterance read(Said said) {
    Span free = said.free();
    boolean flags = said.has(Flag.SINCE) || said.has(Flag.UNTIL) || said.has(Flag.SERVICE);
    if (free.empty() && !flags) {
      return said.question(new Asked.Maintenances());
    }
    String first = free.empty() ? "" : free.first().raw().toLowerCase(Locale.ROOT);
    if (!flags && first.matches(LIST) && free.words().size() == 1) {
      said.remain(free.from(1));
      return said.question(new Asked.Maintenances());
    }
    boolean numbered =
        free.words().size() == 2 && Counted.read(free.words().get(1).raw()).isPresent();
    if (!flags && first.matches(CANCEL + "|" + END) && (numbered || free.words().size() == 1)) {
      return numbered(said, first, free.from(1));
    }
    return plan(said, first.equals("plan") ? free.from(1) : free);
  }

  private static Utterance numbered(Said said, String word, Span rest) {
    Optional<Integer> number = rest.empty() ? Optional.empty() : Counted.read(rest.first().raw());
    if (number.isEmpty()) {
      said.fail(
          Prose.of("Nothing was recorded: which one? It goes ")
              .code("/incident maintenance " + word + " 3")
              .text("; ")
              .code("/incident maintenance list")
              .text(" shows the numbers."));
    }
    said.remain(rest.from(rest.empty() ? 0 : 1));
    int which = number.orElse(0);
    return said.or(() ->
        new Utterance.Upkept(word.matches(END) ? new Upkeep.End(which) : new Upkeep.Cancel(which)));
  }

  private static Utterance plan(Said said, Span words) {
    Speaker speaker = said.speaker();
    Span named = said.flag(Flag.SERVICE).orElse(null);
    Span rest = words;
    if (named == null && !words.empty()) {
      named = words.until(1);
      rest = words.from(1);
    }
    if (named == null || named.empty()) {
      said.fail(Faults.missing(Verb.MAINTENANCE, "say which service is worked on."));
    }
    String service = named == null ? "" : said.text(named);
    if (Limit.SERVICE.over(service)) {
      said.fail(Limit.SERVICE.words(service));
    }
    Instant begins = flagged(said, Flag.SINCE, speaker.now());
    if (begins == null) {
      Taken begin = Taken.of(rest, speaker, text -> begins(text, speaker));
      rest = begin.rest();
      begins = begin.at();
    }
    Instant from = begins == null ? speaker.now() : begins;
    Instant until = flagged(said, Flag.UNTIL, from);
    if (until == null) {
      Taken end = Taken.of(rest, speaker, text -> ends(text, speaker, from));
      rest = end.rest();
      until = end.at();
    }
    if (until == null) {
      said.fail(
          Prose.of("Nothing was recorded: for how long? It goes ")
              .code("/incident maintenance api 2026-11-22 22:00 for 2h upgrade postgres")
              .text(", in your own time zone, or ")
              .code("/incident maintenance api 2h")
              .text(" from now on."));
    }
    said.remain(rest);
    String reason = said.text(Limit.LINE, Flag.REASON);
    Instant end = until == null ? from : until;
    return said.or(() -> new Utterance.Upkept(new Upkeep.Plan(service, from, end, reason)));
  }

  private static @Nullable Instant flagged(Said said, Flag flag, Instant after) {
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

  /**
   * A time at the beginning of some words.
   *
   * @param at null where they begin with none
   */
  private record Taken(Span rest, @Nullable Instant at) {
    static Taken of(Span words, Speaker speaker, Function<String, Optional<Instant>> time) {
      for (int length = Math.min(LONGEST, words.words().size()); length > 0; length--) {
        Optional<Instant> at = time.apply(words.until(length).compact(speaker.directory()));
        if (at.isPresent()) {
          return new Taken(words.from(length), at.get());
        }
      }
      return new Taken(words, null);
    }
  }
}
