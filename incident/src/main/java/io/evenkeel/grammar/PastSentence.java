package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an incident is said to begin, to be played, or to have been; and how one of the past
 * ended.
 */
final class PastSentence {
  private PastSentence() {}

  static Mode mode(Said said) {
    if (!said.has(Flag.BACKFILL)) {
      return said.has(Flag.DRILL) ? Mode.DRILL : Mode.LIVE;
    }
    if (said.has(Flag.DRILL)) {
      said.fail(
          Answer.unchanged(
              Prose.of("Nothing was declared: ")
                  .code("--backfill")
                  .text(" writes down what has happened and ")
                  .code("--drill")
                  .text(" plays what has not. Leave one of them out.")));
    }
    return Mode.BACKFILL;
  }

  /** How an incident of the past ended: said, or said to be unknown, but never guessed. */
  static Command.@Nullable Past past(Said said) {
    boolean ended = said.has(Flag.RESOLVED);
    if (said.has(Flag.BACKFILL) && ended) {
      return new Command.Past(ending(said, Flag.MITIGATED), ending(said, Flag.RESOLVED));
    }
    if (said.has(Flag.BACKFILL)) {
      said.fail(
          Prose.of("Nothing was declared: when did it end? Add ")
              .code("--resolved 2026-11-01T16:10Z")
              .text(" or ")
              .code("--resolved unknown")
              .text("."),
          Offer.plain(
              "Nobody knows", CleanText.trimmed("declare " + said.rest()) + " --resolved unknown"));
    } else if (ended || said.has(Flag.MITIGATED)) {
      said.fail(
          Prose.of("Nothing was declared: ")
              .code(ended ? "--resolved" : "--mitigated")
              .text(" is for an incident of the past. Is it one?"),
          Offer.primary(
              "Yes, write it down", CleanText.trimmed("declare " + said.rest()) + " --backfill"));
    }
    return null;
  }

  private static @Nullable Instant ending(Said said, Flag flag) {
    Span given = said.flag(flag).orElse(null);
    boolean unknown = given != null && said.text(given).equalsIgnoreCase("unknown");
    return unknown ? null : Moments.at(said, flag);
  }
}
