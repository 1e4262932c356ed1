package io.evenkeel.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which task is meant, and the words and buttons when that is not clear. */
final class TaskChoice {
  /** More would hide the words above them on a phone. */
  private static final int MOST_BUTTONS = 5;

  private TaskChoice() {}

  static Offer doneButton(Incident incident, Task task) {
    return button(incident, task, "done");
  }

  /** The open task that is meant; empty when it is none or not only one. */
  static Optional<Task> of(Board board, @Nullable Integer number, Actor actor) {
    if (number != null) {
      return board.openTasks().stream().filter(task -> task.number() == number).findFirst();
    }
    List<Task> mine = mine(board, actor);
    return mine.size() == 1 ? Optional.of(mine.getFirst()) : Optional.empty();
  }

  /** Why no task is meant, and what to press instead. */
  static Decision none(
      Incident incident,
      Board board,
      @Nullable Integer number,
      String what,
      Actor actor,
      Instant now) {
    Optional<Task> over =
        board.tasks().stream()
            .filter(task -> number != null && task.number() == number)
            .findFirst();
    if (over.isPresent()) {
      return over(over.get(), now);
    }
    List<Task> shown = number == null ? mine(board, actor) : board.openTasks();
    Prose words =
        number != null
            ? Prose.of("Nothing was recorded: there is no task " + number + " on ")
                .strong(incident.label())
            : Prose.of("Nothing was recorded: ")
                .text(shown.isEmpty() ? "you have no open task on " : "you have several tasks on ")
                .strong(incident.label());
    return Change.refused(
        words
            .text(shown.isEmpty() ? ". " : ". Which one do you mean? ")
            .code("/incident task list")
            .text(" shows all of them."),
        shown.stream()
            .limit(MOST_BUTTONS)
            .map(task -> button(incident, task, what))
            .toArray(Offer[]::new));
  }

  private static Decision over(Task task, Instant now) {
    Settled done = task.done();
    if (done == null) {
      throw new IllegalArgumentException("task " + task.number() + " is open");
    }
    return Change.refused(
        Prose.of("Task " + task.number() + " (“" + task.text() + "”) is done already: ")
            .mention(done.by())
            .text(" said so " + Ago.lasted(done.at(), now) + " ago. Nothing changed."));
  }

  private static List<Task> mine(Board board, Actor actor) {
    PersonId me = Standing.doer(actor).id();
    return board.openTasks().stream().filter(task -> task.assignee().id().equals(me)).toList();
  }

  private static Offer button(Incident incident, Task task, String what) {
    return Offer.plain(
        Labels.fit("Task " + task.number() + " " + what + ": " + task.text()),
        "task " + what + " " + task.number() + " --incident-id " + incident.number());
  }
}
