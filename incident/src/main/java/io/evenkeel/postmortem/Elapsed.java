package io.evenkeel.postmortem;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Milestones;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long something took, from one milestone to another.
 *
 * @param what {@code Time to resolve}
 * @param time null while it is unknown
 * @param why why it is unknown: {@code mitigated is unknown}; empty when it is known
 */
public record Elapsed(
    String what, Milestone from, Milestone to, @Nullable Duration time, String why) {

  /**
   * All four in this order, known or not: one that cannot be computed says why instead.
   * Acknowledging counts from detected alone: whoever declares acknowledges with it, so a count
   * from declared would always say nothing.
   */
  static List<Elapsed> of(Incident incident) {
    Milestone zero = incident.milestones().zero();
    return List.of(
        of(incident, "Time to detect", Milestone.STARTED, Milestone.DETECTED),
        of(incident, "Time to acknowledge", Milestone.DETECTED, Milestone.ACKNOWLEDGED),
        of(incident, "Time to mitigate", zero, Milestone.MITIGATED),
        of(incident, "Time to resolve", zero, Milestone.RESOLVED));
  }

  private static Elapsed of(Incident incident, String what, Milestone from, Milestone to) {
    Milestones milestones = incident.milestones();
    Optional<Instant> begin = milestones.at(from);
    Optional<Instant> end = milestones.at(to);
    if (begin.isEmpty()) {
      return unknown(what, from, to, from.word() + " is unknown");
    }
    if (end.isEmpty()) {
      boolean ahead = Reached.ahead(incident, to);
      return unknown(what, from, to, to.word() + (ahead ? " is not reached yet" : " is unknown"));
    }
    if (end.get().isBefore(begin.get())) {
      return unknown(what, from, to, to.word() + " is before " + from.word());
    }
    // Whole seconds, as both are written: whoever subtracts gets the same.
    Instant since = begin.get().truncatedTo(ChronoUnit.SECONDS);
    Instant until = end.get().truncatedTo(ChronoUnit.SECONDS);
    return new Elapsed(what, from, to, Duration.between(since, until), "");
  }

  private static Elapsed unknown(String what, Milestone from, Milestone to, String why) {
    return new Elapsed(what, from, to, null, why);
  }
}
