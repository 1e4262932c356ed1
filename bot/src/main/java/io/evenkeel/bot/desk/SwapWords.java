package io.evenkeel.bot.desk;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.oncall.AskedSwap;
import io.evenkeel.persistence.oncall.AskedSwap.Stint;

/** A swap of shifts in words: for the two, and for the audit. */
final class SwapWords {
  private SwapWords() {}

  /** Who takes what: to the one who is asked ("you take …"), or to others by name. */
  static Prose what(Prose words, AskedSwap swap, boolean toAsked) {
    Prose begun = toAsked ? words.strong(swap.schedule().value()).text(": you take ") : words;
    Prose first =
        toAsked
            ? begun
            : begun
                .mention(swap.asked())
                .text(" takes ")
                .strong(swap.schedule().value())
                .text(", ");
    Prose given =
        Covering.when(first.text(swap.given().layer()), swap.given().from(), swap.given().until());
    Stint back = swap.back();
    return back == null
        ? given.text(". No shift comes back for it.")
        : Covering.when(
                given.text("; ").mention(swap.asker()).text(" takes " + back.layer()),
                back.from(),
                back.until())
            .text(".");
  }

  static String subject(AskedSwap swap) {
    return swap.schedule() + " swap #" + swap.number();
  }

  static String detail(AskedSwap swap) {
    Stint back = swap.back();
    return swap.asked().name()
        + " takes "
        + text(swap.given())
        + (back == null ? "" : "; " + swap.asker().name() + " takes " + text(back));
  }

  private static String text(Stint stint) {
    return stint.layer() + " from " + stint.from() + " until " + stint.until();
  }

  static Answer over(int number) {
    return Answer.unchanged(
        Prose.of(Rostering.NOTHING + "no swap #" + number + " waits for an answer. ")
            .code("/incident oncall overrides")
            .text(" shows those that do."),
        Offer.plain("Overrides and swaps", "oncall overrides"));
  }
}
