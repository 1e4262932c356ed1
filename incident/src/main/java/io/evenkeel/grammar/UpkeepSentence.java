package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.Prose;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code maintenance api 2026-11-22 22:00 for 2h upgrade postgres}, {@code maintenance api 2h
 * upgrade} from now on, {@code maintenance list}, {@code maintenance cancel 3}, {@code maintenance
 * end 3}.
 */
final class UpkeepSentence {
  private static final String LIST = "list|ls|all";
  private static final String CANCEL = "cancel|withdraw|remove|delete|drop";
  private static final String END = "end|done|finish|finished|stop|over";

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
    Instant begins = UpkeepTime.flagged(said, Flag.SINCE, speaker.now());
    if (begins == null) {
      UpkeepTime begin = UpkeepTime.beginning(rest, speaker);
      rest = begin.rest();
      begins = begin.at();
    }
    Instant from = begins == null ? speaker.now() : begins;
    Instant until = UpkeepTime.flagged(said, Flag.UNTIL, from);
    if (until == null) {
      UpkeepTime end = UpkeepTime.ending(rest, speaker, from);
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
}
