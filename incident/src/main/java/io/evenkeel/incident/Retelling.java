package io.evenkeel.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a message from Slack in an incident's timeline. */
public sealed interface Retelling {

  /**
   * It is put there, with its own time and author.
   *
   * @param after the entry that told last what became of it; null when it is new
   */
  record Captured(Quote quote, @Nullable Integer after) implements Retelling {}

  /**
   * Its author has changed it.
   *
   * @param shown the entry that shows it so far
   * @param text as it reads now, plain
   */
  record Edited(TimelineEntry shown, String text) implements Retelling {}

  /**
   * The last mark was taken away.
   *
   * @param shown the entry that shows it so far
   * @param at when, by Slack's clock
   */
  record Withdrawn(TimelineEntry shown, Actor by, Instant at) implements Retelling {}

  /**
   * It was deleted in Slack, which does not tell by whom.
   *
   * @param shown the entry that shows it so far
   */
  record Deleted(TimelineEntry shown, Instant at) implements Retelling {}
}
