package io.evenkeel.bot.delivery;

import io.evenkeel.persistence.delivery.QueuedEffect;

/** What is to be done now in a stream. */
sealed interface Turn {

  /** Marked as under way: Slack may be called. */
  record Perform(QueuedEffect effect, Action action) implements Turn {}

  /** It may have happened, and must be looked for before it is done again. */
  record Look(QueuedEffect effect, Action action) implements Turn {}

  /** It cannot be read or shown: for a person. */
  record Give(QueuedEffect effect, String reason) implements Turn {}

  /** Nothing: the stream was given back, or taken over. */
  record Over() implements Turn {}
}
