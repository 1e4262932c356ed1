package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.util.regex.Pattern;

/** The words for what could not be understood: what was seen, and what to type instead. */
final class Faults {
  private static final int LONGEST_ECHO = 60;
  private static final int LONGEST_CODE = 150;
  private static final int LONGEST_LABEL = 75;
  private static final Pattern FLAG_AHEAD = Pattern.compile("\\s+(?=(?:--|—|–)[A-Za-z])");

  private Faults() {}

  static Answer unclosed(Said said, int at) {
    var flag = FLAG_AHEAD.matcher(said.rest());
    int close = flag.find(at) ? flag.start() : said.rest().length();
    return corrected(
        Prose.of("Nothing was recorded: a quote opens and never closes. "),
        said,
        said.with(close, close, "\""));
  }

  static Answer noIncident(Said said, String typed) {
    return Answer.unchanged(
        Prose.of("Nothing was recorded: “" + echo(typed) + "” is not an incident's number. ")
            .text("It looks like ")
            .code("INC-12")
            .text("; ")
            .code("/incident list")
            .text(" shows them."));
  }

  static Answer leftOver(Said said, String words) {
    return Answer.unchanged(
        form(
            Prose.of("Nothing was recorded: I do not know what to do with “" + echo(words) + "”. "),
            said.verb()));
  }

  /** The verb needs something that is not there. */
  static Answer missing(Verb verb, String what) {
    return Answer.unchanged(form(Prose.of("Nothing was recorded: " + what + " "), verb));
  }

  static Answer notATime(Verb verb, String typed, Offer... offers) {
    String example = verb == Verb.DECLARE ? "declare API down --detected 14:30" : verb.example();
    return Answer.unchanged(
        Prose.of("Nothing was recorded: “" + echo(typed) + "” is not a time that I understand. ")
            .text("Type it like " + Times.EXAMPLES + ", in your own time zone: ")
            .code("/incident " + example)
            .text("."),
        offers);
  }

  /** As {@link #notATime}, of a time that is still to come. */
  static Answer notAhead(Verb verb, String typed) {
    return Answer.unchanged(
        Prose.of("Nothing was recorded: “" + echo(typed) + "” is not a time ahead that I")
            .text(" understand. Type it like 10m, 1h or 15:30, in your own time zone: ")
            .code("/incident " + verb.example())
            .text("."));
  }

  /** "Type it like this: …" with a button that does. */
  static Answer corrected(Prose words, Said said, String command) {
    String shown = Span.readable(command, said.speaker().directory());
    Prose next =
        shown.length() <= LONGEST_CODE
            ? words.text("Did you mean ").code("/incident " + shown).text("?")
            : form(words, said.verb());
    return Answer.unchanged(next, Offer.primary(label(shown), command));
  }

  /** How the verb is typed, and an example. */
  static Prose form(Prose words, Verb verb) {
    return words
        .text("It goes ")
        .code("/incident " + verb.form())
        .text(", for example ")
        .code("/incident " + verb.example())
        .text(".");
  }

  /** What was typed, short enough to be repeated. */
  static String echo(String typed) {
    return cut(typed.replace('\n', ' '), LONGEST_ECHO);
  }

  /** Fits on a button. */
  static String label(String words) {
    return cut(words.replace('\n', ' '), LONGEST_LABEL);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
