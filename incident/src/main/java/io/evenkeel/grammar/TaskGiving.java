package io.evenkeel.grammar;

import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.TaskCommand;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code task @user text in 10m}: somebody is asked to do something, until then or without a time.
 */
final class TaskGiving {
  private TaskGiving() {}

  static Utterance read(Said said) {
    var time = Behind.of(said.free(), said.speaker().directory(), (_, typed) -> due(said, typed));
    Instant due = said.has(Flag.DUE) ? flagged(said) : time.time();
    if (!said.has(Flag.DUE)) {
      said.remain(time.words());
    }
    Addressed to =
        said.flag(Flag.USER)
            .map(user -> new Addressed(user, said.free()))
            .orElseGet(() -> Addressed.of(said.free(), said.speaker()));
    Person person = to.person(said, "a task is one person's, not a group's.");
    if (to.who().empty()) {
      nobody(said);
    }
    said.remain(to.words());
    String text = said.text(Limit.LINE, Flag.MESSAGE);
    if (text.isEmpty()) {
      said.fail(Faults.missing(Verb.TASK, "say what is to be done."));
    }
    return said.or(() ->
        new Utterance.Order(
            Verb.TASK,
            again(person, text, due),
            said.target(),
            new TaskCommand.Give(person == null ? said.speaker().person() : person, text, due)));
  }

  private static void nobody(Said said) {
    said.fail(
        Prose.of("Nothing was recorded: whose task is it? It goes ")
            .code("/incident " + Verb.TASK.example())
            .text("."),
        Offer.plain("Mine", CleanText.trimmed("task me " + said.rest())));
  }

  /** For a button that says it once more: "in 10m" would mean another time by then. */
  private static String again(@Nullable Person person, String text, @Nullable Instant due) {
    String who = person == null ? "" : People.token(person) + " ";
    return who + "--message " + Offer.quoted(text) + (due == null ? "" : " --due " + due);
  }

  /** The time of {@code --due}. */
  static @Nullable Instant flagged(Said said) {
    String typed =
        said.flag(Flag.DUE).map(given -> given.compact(said.speaker().directory())).orElse("");
    var due = due(said, typed);
    if (due.isEmpty()) {
      said.fail(Faults.notAhead(said.verb(), typed));
    }
    return due.orElse(null);
  }

  /** A time ahead, as it is typed behind the words. */
  static Optional<Instant> due(Said said, String typed) {
    return Times.due(typed, said.speaker());
  }
}
