package io.evenkeel.persistence.oncall;

import io.evenkeel.incident.Person;
import io.evenkeel.oncall.ScheduleName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks somebody else to take a shift of theirs.
 *
 * @param number as people type it
 * @param given the shift of whoever asks
 * @param back the shift that they take in return; null for none
 * @param open whether it waits for an answer
 */
public record AskedSwap(
    int number,
    ScheduleName schedule,
    Person asker,
    Person asked,
    Stint given,
    @Nullable Stint back,
    boolean open) {

  /**
   * A while on a layer.
   *
   * @param from UTC at microseconds
   * @param until after {@code from}
   */
  public record Stint(String layer, Instant from, Instant until) {

    /** What is left of it at that instant. */
    public Stint after(Instant now) {
      return now.isAfter(from) && now.isBefore(until) ? new Stint(layer, now, until) : this;
    }
  }

  /** Too late for an answer: a shift of it is over, or the one that comes back has begun. */
  public boolean late(Instant now) {
    return !now.isBefore(given.until()) || (back != null && !now.isBefore(back.until()));
  }
}
