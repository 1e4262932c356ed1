package io.evenkeel.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What people are asked to do while the incident goes on. */
final class TaskRules {
  /** What "need more time" means without a time. */
  private static final Duration MORE = Duration.ofMinutes(10);

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private TaskRules() {}

  static Decision give(
      Incident incident, Board board, TaskCommand.Give command, Actor actor, Instant now) {
    if (!incident.open()) {
      return Endings.over(
          incident, "For what is to be done afterwards there are action items: /incident action.");
    }
    Instant due = command.due();
    if (due != null && !due.isAfter(now)) {
      return past(due);
    }
    Person me = Standing.person(actor).orElse(Person.EVENKEEL);
    Person assignee = command.assignee();
    boolean own = assignee.id().equals(me.id());
    int number = board.tasks().size() + 1;
    var change = new Change(incident, actor, now);
    change.keep(new Task(number, assignee, command.text(), me, now, due, null, null));
    String until = due == null ? "" : ", until " + CLOCK.format(due);
    int seq =
        change.entry(
            EntryKind.TASK,
            me.name()
                + (own ? " took task " : " gave " + assignee.name() + " task ")
                + (number + until + ": " + command.text()));
    if (!own) {
      change.effect(new Effect.Invite(assignee.id()));
      change.effect(
          new Effect.Tell(new Addressee.Somebody(assignee.id()), new News.OfTask(number)));
    }
    change.effect(new Effect.ThreadTask(seq, number));
    change.effect(new Effect.RefreshCard());
    Prose words =
        Prose.of("")
            .mention(assignee)
            .text(" has task " + number + " on ")
            .strong(incident.label())
            .text(": “" + command.text() + "”");
    String more = "task more " + number + " in %s --incident-id " + incident.number();
    return due == null
        ? change.accepted(
            words.text(". No time was given, so nobody is reminded of it."),
            Offer.plain("In 10 minutes", more.formatted("10m")),
            Offer.plain("In 30 minutes", more.formatted("30m")))
        : change.accepted(words.text(", until ").at(due).text("."));
  }

  static Decision finish(
      Incident incident, Board board, TaskCommand.Finish command, Actor actor, Instant now) {
    return TaskChoice.of(board, command.number(), actor)
        .map(task -> {
          Person me = Standing.doer(actor);
          boolean own = task.assignee().id().equals(me.id());
          var change = new Change(incident, actor, now);
          change.keep(task.settled(me, now));
          change.entry(
              EntryKind.TASK,
              me.name()
                  + (own ? " is done with task " : " says " + task.assignee().name())
                  + (own ? "" : " is done with task ")
                  + (task.number() + ": " + task.text()));
          change.thread();
          change.effect(new Effect.RefreshCard());
          return (Decision)
              change.accepted(
                  Prose.of("Task " + task.number() + " of ")
                      .mention(task.assignee())
                      .text(" on ")
                      .strong(incident.label())
                      .text(" is done: “" + task.text() + "”."));
        })
        .orElseGet(() -> TaskChoice.none(incident, board, command.number(), "done", actor, now));
  }

  static Decision extend(
      Incident incident, Board board, TaskCommand.Extend command, Actor actor, Instant now) {
    if (!incident.open()) {
      return Endings.over(incident, "Nobody is reminded of its tasks any more.");
    }
    Instant until = command.until() == null ? now.plus(MORE) : command.until();
    if (!until.isAfter(now)) {
      return past(until);
    }
    return TaskChoice.of(board, command.number(), actor)
        .map(task -> {
          var change = new Change(incident, actor, now);
          change.keep(task.dueAt(until));
          change.entry(
              EntryKind.TASK,
              "Task %d of %s has until %s: %s"
                  .formatted(
                      task.number(), task.assignee().name(), CLOCK.format(until), task.text()));
          change.thread();
          change.effect(new Effect.RefreshCard());
          return (Decision)
              change.accepted(
                  Prose.of("Task " + task.number() + " on ")
                      .strong(incident.label())
                      .text(" has time until ")
                      .at(until)
                      .text(". Another time: ")
                      .code("/incident task more " + task.number() + " in 30m")
                      .text("."));
        })
        .orElseGet(() -> TaskChoice.none(incident, board, command.number(), "more", actor, now));
  }

  private static Decision past(Instant at) {
    return Change.refused(
        Prose.of("Nothing was recorded: ")
            .at(at)
            .text(" is past. Say when its time is up, such as ")
            .code("in 10m")
            .text("."));
  }
}
