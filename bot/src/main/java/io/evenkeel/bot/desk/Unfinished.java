package io.evenkeel.bot.desk;

import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.FollowThrough;
import java.util.List;

/** What earlier incidents on the same service left to be done, for whoever declares the next. */
final class Unfinished {
  private static final int NAMED = 3;

  private Unfinished() {}

  /** One more line for the one who asked; nothing is looked for where no service was named. */
  static Answer with(Transaction tx, Command.Declare command, PersonId reader, Answer declared) {
    if (command.services().isEmpty() || command.past() != null || !declared.recorded()) {
      return declared;
    }
    List<FollowThrough.Item> open =
        new FollowThrough(tx).onServices(command.services(), reader, NAMED + 1);
    if (open.isEmpty()) {
      return declared;
    }
    Prose words =
        declared
            .words()
            .text("\nStill open from earlier on " + String.join(", ", command.services()) + ": ");
    for (int i = 0; i < Math.min(NAMED, open.size()); i++) {
      words = one(i == 0 ? words : words.text("; "), open.get(i));
    }
    words = open.size() > NAMED ? words.text("; and more: ") : words.text(". All: ");
    return new Answer(
        declared.incident(), true, words.code("/incident actions open"), declared.offers());
  }

  private static Prose one(Prose words, FollowThrough.Item open) {
    ActionItem item = open.item();
    Person owner = item.owner();
    return words
        .strong(open.incident() + " #" + item.number())
        .text(" " + item.text() + " (" + (owner == null ? "nobody yet" : owner.name()) + ")");
  }
}
