package io.evenkeel.incident;

import java.time.Instant;

/** A task that somebody else does, or that nobody needs to do any more. */
final class TaskPassing {
  private TaskPassing() {}

  static Decision reassign(
      Incident incident, Board board, TaskCommand.Reassign command, Actor actor, Instant now) {
    var found = TaskChoice.of(board, command.number(), actor);
    if (found.isEmpty()) {
      return TaskChoice.none(incident, board, command.number(), "done", actor, now);
    }
    Task task = found.get();
    Person to = command.to();
    if (task.assignee().id().equals(to.id())) {
      return Change.refused(
          Prose.of("")
              .mention(to)
              .text(" has task " + task.number() + " of ")
              .strong(incident.label())
              .text(" already. Nothing changed."));
    }
    Person me = Standing.doer(actor);
    boolean own = to.id().equals(me.id());
    var change = new Change(incident, actor, now);
    change.keep(task.givenTo(to));
    String rest = task.number() + " of " + task.assignee().name() + ": " + task.text();
    change.entry(
        EntryKind.TASK,
        me.name() + (own ? " took over task " : " gave " + to.name() + " task ") + rest);
    if (!own) {
      change.effect(new Effect.Invite(to.id()));
      change.effect(
          new Effect.Tell(new Addressee.Somebody(to.id()), new News.OfTask(task.number())));
    }
    change.thread();
    change.effect(new Effect.RefreshCard());
    Prose words =
        Prose.of("")
            .mention(to)
            .text(" has task " + task.number() + " on ")
            .strong(incident.label())
            .text(" now, in place of ")
            .mention(task.assignee())
            .text(": “" + task.text() + "”");
    Instant due = task.due();
    return change.accepted(
        due == null ? words.text(".") : words.text(", until ").at(due).text("."));
  }

  static Decision drop(
      Incident incident, Board board, TaskCommand.Drop command, Actor actor, Instant now) {
    var found = TaskChoice.of(board, command.number(), actor);
    if (found.isEmpty()) {
      return TaskChoice.none(incident, board, command.number(), "drop", actor, now);
    }
    Task task = found.get();
    Person me = Standing.doer(actor);
    boolean own = task.assignee().id().equals(me.id());
    var change = new Change(incident, actor, now);
    change.keep(task.settled(me, now));
    change.entry(
        EntryKind.TASK,
        me.name()
            + " dropped task "
            + task.number()
            + (own ? "" : " of " + task.assignee().name())
            + ": "
            + task.text());
    change.thread();
    change.effect(new Effect.RefreshCard());
    return change.accepted(
        Prose.of("Task " + task.number() + " of ")
            .mention(task.assignee())
            .text(" on ")
            .strong(incident.label())
            .text(" is dropped: “" + task.text() + "”. Nobody is reminded of it.")
            .text(own ? "" : " Tell whoever had it."));
  }
}
