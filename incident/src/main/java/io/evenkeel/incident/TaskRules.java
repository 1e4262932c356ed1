package io.evenkeel.incident;

import java.time.Instant;
import java.util.Optional;

/** What people are asked to do while the incident goes on. */
final class TaskRules {
  private TaskRules() {}

  static Decision remind(
      Incident incident, Board board, Command.RemindOfTask command, Actor actor, Instant now) {
    Optional<Task> due =
        board.tasks().stream()
            .filter(task -> task.number() == command.number())
            .filter(task -> task.overdue(now) && command.due().equals(task.due()))
            .filter(task -> !command.due().equals(task.reminded()))
            .findFirst();
    if (due.isEmpty()) {
      return Change.refused(Prose.of("Nobody needs to be reminded of it any more."));
    }
    Task task = due.get();
    var change = new Change(incident, actor, now);
    change.keep(task.remindedOf(command.due()));
    change.entry(
        EntryKind.TASK,
        "Time is up for task "
            + task.number()
            + " ("
            + task.assignee().name()
            + "): "
            + task.text());
    change.effect(new Effect.RefreshCard());
    return change.accepted(Prose.of("Reminded."));
  }
}
