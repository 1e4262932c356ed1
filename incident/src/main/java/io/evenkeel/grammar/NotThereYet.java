package io.evenkeel.grammar;

import static java.util.Map.entry;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Prose;
import java.util.Map;

/** Verbs of the grammar that cannot be used yet say so, and what serves today. */
final class NotThereYet {
  private record Instead(String why, String command) {}

  private static final Map<Verb, Instead> TODAY =
      Map.ofEntries(
          entry(Verb.PAGE, roles("Call them as you do now, then give them a role:")),
          entry(
              Verb.ESCALATE, roles("Call the next in line as you do now, and give them a role:")));

  private NotThereYet() {}

  static Answer answer(Verb verb) {
    Prose words =
        Prose.of("Nothing was recorded: ")
            .code("/incident " + verb.word())
            .text(" is not there yet. ");
    Instead today = TODAY.get(verb);
    return Answer.unchanged(
        today == null
            ? words
            : words.text(today.why() + " ").code("/incident " + today.command()).text("."));
  }

  private static Instead roles(String why) {
    return new Instead(why, "assign @name role");
  }
}
