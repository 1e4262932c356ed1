package io.evenkeel.persistence.delivery;

import java.time.Duration;

/**
 * A call's share of one of Slack's limits.
 *
 * @param key the method, or the channel that is posted to
 * @param interval the mean distance between calls
 * @param burst how many calls may come at once after a quiet time; at least 1
 */
public record Slot(String key, Duration interval, int burst) {
  /** The same for a call that can wait: it leaves the burst to others. */
  public Slot patient() {
    return new Slot(key, interval, 1);
  }

  public Slot {
    if (burst < 1 || interval.isNegative()) {
      throw new IllegalArgumentException("no rate: " + interval + ", burst " + burst);
    }
  }
}
