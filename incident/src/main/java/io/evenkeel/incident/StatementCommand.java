package io.evenkeel.incident;

import org.jspecify.annotations.Nullable;

/** A command about what is said to readers outside the response. */
public sealed interface StatementCommand extends Command.OnBoard {

  /**
   * @param previewed whoever says it has seen it as it will be read
   */
  record Write(Audience audience, String text, boolean previewed) implements StatementCommand {}

  /**
   * Other words for a statement that waits.
   *
   * @param previewed whoever says it has seen it as it will be read
   */
  record Change(int number, String text, boolean previewed) implements StatementCommand {}

  /** The number is null for the only one that waits. */
  record Approve(@Nullable Integer number) implements StatementCommand {}

  /** The number is null for the only one that waits. */
  record Decline(@Nullable Integer number, @Nullable String why) implements StatementCommand {}
}
