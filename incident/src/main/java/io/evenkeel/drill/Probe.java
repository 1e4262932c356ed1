package io.evenkeel.drill;

import java.time.Duration;

/**
 * One thing that shows whether all is as it should be.
 *
 * @param promql its first sample is the value
 * @param unit "" for none
 * @param tolerate so long in one piece it may be out of its bound while something is perturbed;
 *     zero when it never may
 */
public record Probe(String name, String promql, Bound bound, String unit, Duration tolerate) {

  /** "answered commands: at least 0.99, for 60s elsewhere at most". */
  public String words() {
    return name
        + ": "
        + bound.words(unit)
        + (tolerate.isZero() ? "" : " (out of it for " + Lengths.of(tolerate) + " at most)");
  }
}
