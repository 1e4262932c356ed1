package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.TaskCommand;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code task @user text in 10m}, {@code task done 3}, {@code task more 3}, {@code task give 3
 * @user}, {@code task drop 3}, {@code task list}.
 */
final class TaskSentence {
  private static final String DONE = "done|finish|finished|complete|completed|close";
  private static final String MORE = "more|extend|longer|postpone|snooze|time";

  private static final String DROP = "drop|cancel|remove|delete|forget";
  private static final String GIVE = "give|reassign|move|pass";

  private TaskSentence() {}

  static Utterance read(Said said) {
    said.leadingIncident(false);
    Span free = said.free();
    boolean flags = said.has(Flag.USER) || said.has(Flag.MESSAGE) || said.has(Flag.DUE);
    String all = free.compact(said.speaker().directory()).toLowerCase(Locale.ROOT);
    if (!flags && all.matches("|list|ls|all|open")) {
      return said.question(new Asked.Work());
    }
    if (!free.empty() && free.first().plain()) {
      Utterance known = known(said, free);
      if (known != null) {
        return known;
      }
    }
    return TaskGiving.read(said);
  }

  /** Something about a task that is there: the word and the number come in any order. */
  private static @Nullable Utterance known(Said said, Span free) {
    String first = free.first().raw().toLowerCase(Locale.ROOT);
    Optional<Integer> number = Counted.read(first);
    Span rest = free.from(1);
    String word = first;
    if (number.isPresent() && !rest.empty()) {
      word = rest.first().raw().toLowerCase(Locale.ROOT);
      rest = word.matches(DONE + "|" + MORE + "|" + DROP + "|" + GIVE) ? rest.from(1) : rest;
    } else if (number.isEmpty() && !rest.empty()) {
      number = Counted.read(rest.first().raw());
      rest = number.isPresent() ? rest.from(1) : rest;
    }
    if (word.matches(DONE) && (number.isPresent() || rest.empty())) {
      said.remain(rest);
      said.nothingLeft();
      return said.order(new TaskCommand.Finish(number.orElse(null)));
    }
    if (word.matches(DROP) && (number.isPresent() || rest.empty())) {
      said.remain(rest);
      said.nothingLeft();
      return said.order(new TaskCommand.Drop(number.orElse(null)));
    }
    Utterance passed = number.isPresent() ? passed(said, number.get(), rest) : null;
    if (passed != null) {
      return passed;
    }
    var time =
        Behind.of(rest, said.speaker().directory(), (_, typed) -> TaskGiving.due(said, typed));
    boolean onlyTime = time.words().empty();
    if (onlyTime && (word.matches(MORE) || (number.isPresent() && time.time() != null))) {
      Instant until = said.has(Flag.DUE) ? TaskGiving.flagged(said) : time.time();
      return said.order(new TaskCommand.Extend(number.orElse(null), until));
    }
    if (word.matches(MORE) && number.isPresent()) {
      return said.or(
          () -> new Utterance.Misunderstood(Faults.notAhead(Verb.TASK, said.text(time.words()))));
    }
    return null;
  }

  /** Somebody else has it: the number and a name, and nothing more. */
  private static @Nullable Utterance passed(Said said, int number, Span rest) {
    Addressed to = Addressed.of(rest, said.speaker());
    if (to.who().empty() || !to.words().empty()) {
      return null;
    }
    Person person = to.person(said, "a task is one person's, not a group's.");
    return said.or(() ->
        new Utterance.Order(
            Verb.TASK,
            "give " + number + (person == null ? "" : " " + People.token(person)),
            said.target(),
            new TaskCommand.Reassign(number, person == null ? said.speaker().person() : person)));
  }
}
