package io.evenkeel.persistence.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the holder of a lease is to do. */
public sealed interface Next {

  /** This one. UNKNOWN when an earlier attempt may have reached Slack. */
  record Work(QueuedEffect effect) implements Next {}

  /**
   * Nothing now: release the stream.
   *
   * @param dueIn when there will be something; null when nothing is left
   */
  record Rest(@Nullable Duration dueIn) implements Next {}

  /** The lease was taken over: stop, and record nothing. */
  record Lost() implements Next {}
}
