package io.evenkeel.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is asked of one person while the incident is open. Times are UTC at microseconds. */
public sealed interface TaskCommand extends Command.OnBoard {

  /** {@code due} is when its time is up, UTC at microseconds; null when no time was given. */
  record Give(Person assignee, String text, @Nullable Instant due) implements TaskCommand {}

  /** The number is null for the speaker's only open one. */
  record Finish(@Nullable Integer number) implements TaskCommand {}

  /**
   * More time for a task.
   *
   * @param number null for the speaker's only open one
   * @param until the new time, UTC at microseconds; null for ten minutes from now
   */
  record Extend(@Nullable Integer number, @Nullable Instant until) implements TaskCommand {}

  /** Somebody else does it. */
  record Reassign(int number, Person to) implements TaskCommand {}

  /**
   * It is not needed any more.
   *
   * @param number null for the speaker's only open one
   */
  record Drop(@Nullable Integer number) implements TaskCommand {}

  /**
   * A task's time is up: the commander is told, once for each time that was set. Said by Evenkeel
   * itself.
   *
   * @param due the time that is meant; another one has been set since when it differs
   */
  record Remind(int number, Instant due) implements TaskCommand {}
}
