package io.evenkeel.grammar;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.Prose;
import java.time.Instant;
import java.util.regex.Pattern;

/** {@code correct 12 …}, {@code withdraw 12 …} and {@code update --edit …}: entries put right. */
final class CorrectSentence {
  private static final Pattern ENTRY = Pattern.compile("#?0*([1-9]\\d{0,6})[:,]?");

  private CorrectSentence() {}

  static Utterance correct(Said said) {
    said.leadingIncident(false);
    int entry = entry(said);
    Instant at = Moments.at(said, Flag.AT);
    boolean typed = said.typedText(Flag.MESSAGE);
    String text = said.text(Limit.TEXT, Flag.MESSAGE);
    String reason = said.flag(Flag.REASON).map(said::text).orElse("");
    if (Limit.TEXT.over(reason)) {
      said.fail(Limit.TEXT.words(reason));
    }
    if (entry > 0 && !typed && at == null && !said.has(Flag.AT)) {
      return said.or(() ->
          new Utterance.Amend(
              said.target(), entry, Faults.missing(Verb.CORRECT, "say what it should be.")));
    }
    if (typed && text.isEmpty()) {
      said.fail(Faults.missing(Verb.CORRECT, "the text is empty."));
    }
    return said.order(
        new Command.Correct(
            entry, text.isEmpty() ? null : text, at, reason.isEmpty() ? null : reason));
  }

  static Utterance withdraw(Said said) {
    said.leadingIncident(false);
    int entry = entry(said);
    String reason = said.text(Limit.TEXT, Flag.REASON, Flag.MESSAGE);
    if (reason.isEmpty()) {
      said.fail(Faults.missing(Verb.WITHDRAW, "say why: the history tells it."));
    }
    return said.order(new Command.Withdraw(entry, reason));
  }

  static Utterance editUpdate(Said said) {
    if (said.has(Flag.STATUS) || said.has(Flag.NEXT) || said.has(Flag.INTERNAL)) {
      said.fail(
          Prose.of("Nothing was changed: ")
              .code("--edit")
              .text(" changes the words of your last update and nothing else. For example ")
              .code("/incident update --edit Pool enlarged, errors are gone")
              .text("."));
    }
    boolean typed = said.typedText(Flag.MESSAGE);
    String text = said.text(Limit.TEXT, Flag.MESSAGE);
    if (!typed) {
      return said.or(() ->
          new Utterance.Amend(
              said.target(), 0, Faults.missing(Verb.UPDATE, "say how your last update reads.")));
    }
    if (text.isEmpty()) {
      said.fail(Faults.missing(Verb.UPDATE, "the update has no text."));
    }
    return said.order(new Command.EditUpdate(text));
  }

  /** The number that comes first; 0 with a fault when there is none. */
  private static int entry(Said said) {
    if (!said.free().empty()) {
      var match = ENTRY.matcher(said.free().first().raw());
      if (match.matches()) {
        said.remain(said.free().from(1));
        return Integer.parseInt(match.group(1));
      }
    }
    said.fail(
        Prose.of("Nothing was recorded: say the number of the entry first, as in ")
            .code("/incident " + said.verb().example())
            .text(". ")
            .code("/incident timeline")
            .text(" shows the numbers."));
    return 0;
  }
}
