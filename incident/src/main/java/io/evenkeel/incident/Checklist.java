package io.evenkeel.incident;

import java.util.List;

/**
 * The tasks of checklists that rules give out; one that somebody has already is not given again.
 */
final class Checklist {
  private final Change change;
  private final List<Task> before;
  private int last;

  /**
   * @param before the incident's tasks so far
   */
  Checklist(Change change, List<Task> before) {
    this.change = change;
    this.before = before;
    last = before.size();
  }

  /** Whether any was given. */
  boolean given() {
    return last > before.size();
  }

  /** Gives them to that person; returns how many are new. */
  int give(List<String> texts, Person who) {
    int first = last;
    for (String text : texts) {
      if (before.stream().noneMatch(task -> task.text().equals(text))) {
        int number = ++last;
        change.keep(new Task(number, who, text, who, change.now, null, null, null));
        int seq =
            change.entry(
                EntryKind.TASK,
                "Rule: task " + number + " of the checklist, for " + who.name() + ": " + text);
        change.effect(new Effect.ThreadTask(seq, number));
      }
    }
    return last - first;
  }
}
