package io.evenkeel.incident;

import java.time.Instant;
import java.util.Optional;

/** What follows when a task's time is up: once for each time that was set. */
final class TaskReminder {
  private TaskReminder() {}

  static Decision remind(
      Incident incident, Board board, TaskCommand.Remind command, Actor actor, Instant now) {
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
        "Time is up for task %d of %s: %s"
            .formatted(task.number(), task.assignee().name(), task.text()));
    var news = new News.OfOverdue(task.number());
    change.effect(new Effect.Tell(new Addressee.Commander(), news));
    PersonId assignee = task.assignee().id();
    if (incident.responsible().filter(person -> person.id().equals(assignee)).isEmpty()) {
      change.effect(new Effect.Tell(new Addressee.Somebody(assignee), news));
    }
    change.effect(new Effect.RefreshCard());
    return change.accepted(Prose.of("Reminded."));
  }
}
