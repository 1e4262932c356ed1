package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code merge into INC-12}, {@code merge INC-7 into INC-12}, {@code merge undo [INC-7]}. */
final class MergeSentence {
  private static final Pattern NUMBER = Pattern.compile("(?i)#?((?:INC-?)?\\d{1,9})[:,.]?");
  private static final Pattern INTO = Pattern.compile("(?i)into|with|to|in");

  private MergeSentence() {}

  static Utterance read(Said said) {
    said.leadingIncident(false);
    if (word(said).equalsIgnoreCase("undo")) {
      said.remain(said.free().from(1));
      said.leadingIncident(true);
      said.nothingLeft();
      return said.order(new Command.UndoMerge());
    }
    if (!INTO.matcher(word(said)).matches()) {
      return said.or(() -> unclear(said));
    }
    said.remain(said.free().from(1));
    Optional<IncidentNumber> into = number(word(said));
    if (into.isEmpty()) {
      said.fail(Faults.missing(Verb.MERGE, "say into which incident."));
    } else {
      said.remain(said.free().from(1));
      said.nothingLeft();
    }
    return said.order(new Command.Merge(into.orElse(new IncidentNumber(1))));
  }

  /** {@code merge INC-12}: this one into that, or that one into which? */
  private static Utterance unclear(Said said) {
    IncidentNumber named = said.target();
    if (named == null || !said.free().empty()) {
      return new Utterance.Misunderstood(
          said.free().empty()
              ? Faults.missing(Verb.MERGE, "say into which incident.")
              : Faults.leftOver(said, said.text(said.free())));
    }
    Prose words =
        Prose.of("Nothing was merged: say which one goes on. In the channel of the other one: ")
            .code("/incident merge into " + named)
            .text(".");
    return new Utterance.Misunderstood(
        Answer.unchanged(words, Offer.primary("This one into " + named, "merge into " + named)));
  }

  private static String word(Said said) {
    return said.free().empty() ? "" : said.text(said.free().until(1));
  }

  private static Optional<IncidentNumber> number(String typed) {
    var match = NUMBER.matcher(typed);
    return match.matches() ? IncidentNumber.parse(match.group(1)) : Optional.empty();
  }
}
