package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import org.jspecify.annotations.Nullable;

/** The words for flags that could not be understood, and what to type instead. */
final class FlagFaults {
  private FlagFaults() {}

  /**
   * @param all every word after the verb, if they may be meant as text; null if they may not
   */
  static Answer unknownFlag(Said said, FlagReader.Typed typed, @Nullable Span all) {
    Prose words =
        Prose.of("Nothing was recorded: ")
            .code("/incident " + said.verb().word())
            .text(" has no ")
            .code("--" + typed.name())
            .text(". ");
    int start = typed.word().start();
    var near = VerbFlags.nearest(typed.name(), said.verb());
    if (near.isPresent()) {
      int end = typed.word().raw().indexOf(typed.name()) + typed.name().length();
      return Faults.corrected(words, said, said.with(start, start + end, near.get().typed()));
    }
    var other = VerbFlags.elsewhere(typed.name());
    if (other.isPresent()) {
      words = words.text("That belongs to ").code("/incident " + other.get().word()).text(". ");
    }
    words = Faults.form(words, said.verb());
    if (said.verb().takesText()) {
      words = words.text(" If it is part of your text, put that in double quotes.");
    }
    if (all == null) {
      return Answer.unchanged(words);
    }
    String command = said.verb().word() + " " + Offer.quoted(said.text(all));
    return Answer.unchanged(
        words,
        Offer.plain(Faults.label(Span.readable(command, said.speaker().directory())), command));
  }

  static Answer noValue(Said said, Flag flag) {
    return Answer.unchanged(
        Faults.form(
            Prose.of("Nothing was recorded: what follows ")
                .code(flag.typed())
                .text(" is missing. "),
            said.verb()));
  }

  static Answer needlessValue(Said said, Flag flag, Span value) {
    return Faults.corrected(
        Prose.of("Nothing was recorded: ").code(flag.typed()).text(" stands alone. "),
        said,
        said.with(value.start() - 1, value.end(), ""));
  }

  static Answer twice(Said said, Flag flag) {
    return Answer.unchanged(
        Faults.form(
            Prose.of("Nothing was recorded: ").code(flag.typed()).text(" is there twice. "),
            said.verb()));
  }

  static Answer twoTexts(Said said, Flag flag, String text) {
    return Answer.unchanged(
        Prose.of("Nothing was recorded: there is ")
            .code(flag.typed())
            .text(
                " and also “"
                    + Faults.echo(text)
                    + "” beside it. Say it in one place, and put words")
            .text(" that belong together in double quotes: ")
            .code("/incident " + said.verb().word() + " " + flag.typed() + " \"…\"")
            .text("."));
  }
}
