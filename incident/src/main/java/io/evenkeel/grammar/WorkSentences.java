package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.TaskCommand;
import java.util.Locale;
import java.util.Optional;

/** {@code doing}, {@code done}: what people do right now. */
final class WorkSentences {
  private WorkSentences() {}

  static Utterance doing(Said said) {
    said.leadingIncident(false);
    if (!said.typedText(Flag.MESSAGE)) {
      return said.question(new Asked.Work());
    }
    String text = said.text(Limit.LINE, Flag.MESSAGE);
    if (text.isEmpty()) {
      said.fail(Faults.missing(Verb.DOING, "say what you are doing."));
    }
    return said.order(new Command.BeginClaim(text, said.has(Flag.ANYWAY)));
  }

  /** {@code done}, {@code done restart primary}, {@code done task 3} and {@code done 3}. */
  static Utterance done(Said said) {
    said.leadingIncident(false);
    String words = said.free().compact(said.speaker().directory()).toLowerCase(Locale.ROOT);
    boolean all = said.has(Flag.ALL) || words.matches("all|everything");
    if (all) {
      return said.order(new Command.EndClaim(null, true));
    }
    Optional<Integer> task = Counted.read(words.replaceFirst("^task\\s+", ""));
    if (task.isPresent()) {
      return said.order(new TaskCommand.Finish(task.get()));
    }
    String text = said.text(Limit.LINE, Flag.MESSAGE);
    return said.order(new Command.EndClaim(text.isEmpty() ? null : text, false));
  }
}
