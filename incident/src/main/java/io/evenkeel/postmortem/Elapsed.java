package io.evenkeel.postmortem;

import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Milestones;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long something took, from one known milestone to another.
 *
 * @param what {@code Time to resolve}
 */
public record Elapsed(String what, Milestone from, Milestone to, Duration time) {

  /**
   * Only what has both ends known, and in this order. Acknowledging counts from detected alone:
   * whoever declares acknowledges with it, so a count from declared would always say nothing.
   */
  static List<Elapsed> of(Milestones milestones) {
    var all = new ArrayList<Elapsed>();
    add(all, milestones, "Time to detect", Milestone.STARTED, Milestone.DETECTED);
    add(all, milestones, "Time to acknowledge", Milestone.DETECTED, Milestone.ACKNOWLEDGED);
    add(all, milestones, "Time to mitigate", milestones.zero(), Milestone.MITIGATED);
    add(all, milestones, "Time to resolve", milestones.zero(), Milestone.RESOLVED);
    return List.copyOf(all);
  }

  private static void add(
      List<Elapsed> all, Milestones milestones, String what, Milestone from, Milestone to) {
    var begin = milestones.at(from);
    var end = milestones.at(to);
    if (begin.isPresent() && end.isPresent() && !end.get().isBefore(begin.get())) {
      all.add(new Elapsed(what, from, to, Duration.between(begin.get(), end.get())));
    }
  }
}
