package io.evenkeel.drill;

import org.jspecify.annotations.Nullable;

/**
 * When a drill has to end at once.
 *
 * @param name what it is, in a few words
 * @param promql null when a person has to see it
 * @param bound the drill is aborted once the value is within it; null together with {@code promql}
 * @param unit "" for none
 */
public record AbortCondition(
    String name, @Nullable String promql, @Nullable Bound bound, String unit) {
  public AbortCondition {
    if ((promql == null) != (bound == null)) {
      throw new IllegalArgumentException("a query and its bound come together");
    }
  }

  /** Somebody has to see it: nothing measures it. */
  public boolean forPeople() {
    return promql == null;
  }

  public String words() {
    return bound == null ? name : name + ": " + bound.words(unit);
  }
}
