package io.evenkeel.response;

import java.util.List;
import java.util.Set;

/**
 * What follows from what, by itself.
 *
 * @param name as the timeline tells it
 * @param on at least one
 */
public record Rule(String name, Set<Trigger> on, When when, List<Deed> deeds) {
  public Rule {
    on = Set.copyOf(on);
    deeds = List.copyOf(deeds);
  }

  boolean answers(Happening happening) {
    return on.contains(happening.trigger()) && when.meets(happening);
  }
}
