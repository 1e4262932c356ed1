package io.evenkeel.persistence.alert;

import io.evenkeel.alert.Signal;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it stands.
 *
 * @param group that it belongs to; null for none
 * @param taken what its group has taken account of: whether it was over; null for nothing yet
 */
public record HeardAlert(
    long id, String source, Signal signal, @Nullable Integer group, @Nullable Boolean taken) {
  public boolean over() {
    return signal.state() == Signal.State.RESOLVED;
  }

  /** For somebody who knows nothing of it. */
  public HeardAlert asNew() {
    return new HeardAlert(id, source, signal, group, null);
  }

  /** Its group does not know yet that it fired. */
  public boolean fresh() {
    return taken == null;
  }
}
