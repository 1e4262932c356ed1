package io.evenkeel.incident;

/** What Evenkeel does by itself when its time has come, and what belongs to no incident. */
public sealed interface Errand {

  /** One person is told of all their action items that are due or overdue. */
  record TellOfActions(PersonId person) implements Errand {}
}
