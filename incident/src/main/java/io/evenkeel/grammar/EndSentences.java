package io.evenkeel.grammar;

import io.evenkeel.incident.CancelledAs;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.util.Arrays;
import java.util.Locale;

/**
 * {@code resolve}, {@code resolution}, {@code close}, {@code reopen}, {@code cancel}: how an
 * incident ends, and comes back.
 */
final class EndSentences {
  private EndSentences() {}

  static Utterance resolve(Said said) {
    said.leadingIncident(false);
    if (said.has(Flag.RESOLUTION) && said.has(Flag.MESSAGE)) {
      said.fail(FlagFaults.twice(said, Flag.RESOLUTION));
    }
    String text = said.text(Limit.TEXT, Flag.RESOLUTION, Flag.MESSAGE);
    return said.order(new Command.Resolve(text.isEmpty() ? null : text));
  }

  static Utterance resolution(Said said) {
    said.leadingIncident(false);
    if (said.has(Flag.RESOLUTION) && said.has(Flag.MESSAGE)) {
      said.fail(FlagFaults.twice(said, Flag.RESOLUTION));
    }
    boolean typed = said.typedText(Flag.RESOLUTION, Flag.MESSAGE);
    String text = said.text(Limit.TEXT, Flag.RESOLUTION, Flag.MESSAGE);
    var missing = Faults.missing(Verb.RESOLUTION, "say what ended it.");
    if (!typed) {
      return said.or(() -> new Utterance.Form(Verb.RESOLUTION, said.target(), missing));
    }
    if (text.isEmpty()) {
      said.fail(missing);
    }
    return said.order(new Command.SetResolution(text));
  }

  static Utterance close(Said said) {
    said.leadingIncident(false);
    String text = said.text(Limit.TEXT, Flag.MESSAGE);
    return said.order(new Command.Close(text.isEmpty() ? null : text));
  }

  static Utterance reopen(Said said) {
    said.leadingIncident(false);
    String reason = said.text(Limit.TEXT, Flag.REASON);
    if (reason.isEmpty()) {
      said.fail(Faults.missing(Verb.REOPEN, "say why it is open again."));
    }
    return said.order(new Command.Reopen(reason));
  }

  static Utterance cancel(Said said) {
    if (said.has(Flag.AS)) {
      WhichIncident.ask(said);
    } else {
      said.leadingIncident(false);
    }
    String reason = said.text(Limit.TEXT, Flag.REASON);
    if (reason.isEmpty()) {
      said.fail(Faults.missing(Verb.CANCEL, "say why it was no incident."));
    }
    return said.order(new Command.Cancel(reason, as(said, reason)));
  }

  /** What was said; else what the reason begins with; else a false alarm. */
  private static CancelledAs as(Said said, String reason) {
    Span given = said.flag(Flag.AS).orElse(null);
    if (given == null) {
      String first = reason.toLowerCase(Locale.ROOT).split("[^a-z]+", 2)[0];
      return CancelledAs.find(first).orElse(CancelledAs.FALSE_ALARM);
    }
    String typed = given.compact(said.speaker().directory());
    var as = CancelledAs.find(typed);
    if (as.isEmpty()) {
      said.fail(
          Prose.of("Nothing was recorded: “" + Faults.echo(typed) + "” is none of false-alarm,")
              .text(" duplicate and test. For example ")
              .code("/incident " + Verb.CANCEL.example())
              .text("."),
          Arrays.stream(CancelledAs.values())
              .map(right -> Offer.plain(right.word(), said.with(given, right.word())))
              .toArray(Offer[]::new));
    }
    return as.orElse(CancelledAs.FALSE_ALARM);
  }
}
