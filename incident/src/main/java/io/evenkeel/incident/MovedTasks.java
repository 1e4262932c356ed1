package io.evenkeel.incident;

import java.time.Instant;
import java.util.Optional;

/** The open tasks of an incident that is merged go along, and come back when it is undone. */
final class MovedTasks {
  private MovedTasks() {}

  /**
   * Each is settled where it was and goes on under a new number.
   *
   * @return how many went along
   */
  static int move(Merging.Side source, Merging.Side target, Change out, Change in, Instant at) {
    int last = target.board().tasks().stream().mapToInt(Task::number).max().orElse(0);
    int moved = 0;
    for (Task task : source.board().openTasks()) {
      moved++;
      out.keep(task.settled(person(out), at));
      in.keep(numbered(task, last + moved));
      out.entry(
          EntryKind.TASK,
          "Task " + task.number() + " is task " + (last + moved) + " of " + in.before.number());
      in.entry(
          EntryKind.TASK,
          "Task "
              + (last + moved)
              + " ("
              + task.assignee().name()
              + ") came from "
              + out.before.number()
              + ": "
              + task.text());
    }
    return moved;
  }

  /** What went along and is still open comes back; what was done there is done. */
  static void back(Merging.Side source, Merging.Side target, Change out, Change in, Instant at) {
    for (Task there : target.board().openTasks()) {
      Optional<Task> here =
          source.board().tasks().stream().filter(task -> same(task, there)).findFirst();
      if (here.isPresent()) {
        in.keep(there.settled(person(in), at));
        out.keep(numbered(there, here.get().number()));
        out.entry(EntryKind.TASK, "Task " + here.get().number() + " is open here again");
      }
    }
  }

  private static boolean same(Task one, Task other) {
    return one.text().equals(other.text())
        && one.assignee().equals(other.assignee())
        && one.askedAt().equals(other.askedAt());
  }

  private static Task numbered(Task task, int number) {
    return new Task(
        number,
        task.assignee(),
        task.text(),
        task.askedBy(),
        task.askedAt(),
        task.due(),
        task.reminded(),
        null);
  }

  private static Person person(Change change) {
    return Standing.person(change.actor).orElse(change.before.declaredBy());
  }
}
