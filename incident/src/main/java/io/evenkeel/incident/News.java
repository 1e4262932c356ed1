package io.evenkeel.incident;

import java.time.Instant;

/** What somebody is told. */
public sealed interface News {
  /** Everything of the incident that could not be done and waits for a person. */
  record OfParked() implements News {}

  /** What the holder of a role does; nothing to whoever does not hold it by then. */
  record OfDuty(Role role) implements News {}

  /** A role is on offer; nothing once that is over. */
  record OfOffer(int handover) implements News {}

  /** What became of an offer. */
  record OfHandover(int handover) implements News {}

  /** What somebody else has changed: the entries {@code first} to {@code last}. */
  record OfChange(int first, int last) implements News {}

  /** Somebody was asked to do it; nothing once it is done. */
  record OfTask(int number) implements News {}

  /** A task's time is up; nothing once it is done or has more time. */
  record OfOverdue(int number) implements News {}

  /** Somebody owns an action item; nothing once it is closed. */
  record OfAction(int number) implements News {}

  /** A statement waits for their yes; nothing once it has a verdict. */
  record OfStatement(int number) implements News {}

  /** What became of their statement. */
  record OfVerdict(int number) implements News {}

  /** Everybody was asked by a page, and nobody answered; nothing once somebody did. */
  record OfUnanswered(int page) implements News {}

  /** Somebody finishes the postmortem, or is asked for what only people know. */
  record OfPostmortem() implements News {}

  /**
   * They are reminded; nothing once its cause is gone.
   *
   * @param decided when that was decided, UTC
   */
  record OfReminder(Reminder reminder, Instant decided) implements News {}
}
