package io.evenkeel.persistence.alert;

import io.evenkeel.alert.Signal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it stands.
 *
 * @param group that it belongs to; null for none
 * @param taken what its group has taken account of: whether it was over; null for nothing yet
 * @param quietUntil until when nobody was told of it, as its service was worked on as planned; null
 *     for one that was never quiet, or is so now
 */
public record HeardAlert(
    long id,
    String source,
    Signal signal,
    @Nullable Integer group,
    @Nullable Boolean taken,
    @Nullable Instant quietUntil) {

  public boolean over() {
    return signal.state() == Signal.State.RESOLVED;
  }

  /** For somebody who knows nothing of it. */
  public HeardAlert asNew() {
    return new HeardAlert(id, source, signal, group, null, quietUntil);
  }

  /** From when on it counts: it began to fire, and was not quiet. */
  public Instant counts() {
    Instant until = quietUntil;
    Instant began = signal.startsAt();
    return until != null && until.isAfter(began) ? until : began;
  }

  /** Its group does not know yet that it fired. */
  public boolean fresh() {
    return taken == null;
  }
}
