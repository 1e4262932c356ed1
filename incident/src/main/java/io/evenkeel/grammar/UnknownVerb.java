package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The first word is no verb: the nearest ones are offered, and help. */
final class UnknownVerb {
  private UnknownVerb() {}

  static Utterance.Misunderstood answer(String typed, Speaker speaker) {
    return answer("", typed, speaker);
  }

  /**
   * @param before what stands before the verb in the command: {@code help} or nothing
   */
  static Utterance.Misunderstood answer(String before, String typed, Speaker speaker) {
    Words words = Words.of(typed);
    Word first = words.list().isEmpty() ? new Word(typed, 0) : words.list().getFirst();
    String rest = CleanText.trimmed(typed.substring(first.end()));
    String shown = Faults.echo(Span.readable(first.raw(), speaker.directory()));
    var forms = Arrays.stream(Verb.values()).flatMap(verb -> verb.forms().stream()).toList();
    var near =
        first.plain()
            ? Nearest.of(LeadingVerb.bare(first.raw()), forms).stream()
                .flatMap(form -> Verb.find(form).stream())
                .distinct()
                .limit(3)
                .toList()
            : List.<Verb>of();
    Prose said = Prose.of("Nothing was recorded: I do not know “" + shown + "”. ");
    var offers = new ArrayList<Offer>();
    for (Verb verb : near) {
      said =
          said.text(offers.isEmpty() ? "Did you mean " : " or ").code("/incident " + verb.word());
      String command = CleanText.trimmed(before + " " + verb.word() + " " + rest);
      String label = Faults.label(Span.readable(command, speaker.directory()));
      offers.add(offers.isEmpty() ? Offer.primary(label, command) : Offer.plain(label, command));
    }
    if (!near.isEmpty()) {
      said = said.text("? ");
    } else if (before.isEmpty()) {
      said =
          said.text("To write it down: ")
              .code("/incident note")
              .text(". If it is an incident: ")
              .code("/incident declare")
              .text(". ");
      for (String verb : List.of("note ", "declare ")) {
        String label = Faults.label(Span.readable(verb + typed, speaker.directory()));
        offers.add(Offer.plain(label, verb + typed));
      }
    }
    offers.add(Offer.plain("Help", "help"));
    return new Utterance.Misunderstood(
        Answer.unchanged(
            said.code("/incident help").text(" shows what can be typed."),
            offers.toArray(Offer[]::new)));
  }
}
