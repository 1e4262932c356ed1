package io.evenkeel.postmortem;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.TPlus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A milestone and when it was reached.
 *
 * @param at UTC; null while nobody knows, or while it is still ahead
 * @param tPlus its distance from T+0; null without a time
 * @param ahead it has not been reached: the incident is open and the milestone ends something
 */
public record Reached(
    Milestone milestone, @Nullable Instant at, @Nullable String tPlus, boolean ahead) {

  /** All in their order. Closing is told only once it happened: most incidents end resolved. */
  static List<Reached> of(Incident incident) {
    return Arrays.stream(Milestone.values())
        .filter(milestone ->
            milestone != Milestone.CLOSED || incident.milestones().at(milestone).isPresent())
        .map(milestone -> of(incident, milestone))
        .toList();
  }

  private static Reached of(Incident incident, Milestone milestone) {
    Optional<Instant> at = incident.milestones().at(milestone);
    return new Reached(
        milestone,
        at.orElse(null),
        at.map(known -> TPlus.label(incident.zero(), known)).orElse(null),
        ahead(incident, milestone));
  }

  /** It ends something that goes on, and nobody has said anything of it. */
  static boolean ahead(Incident incident, Milestone milestone) {
    boolean ends =
        switch (milestone) {
          case STARTED, DETECTED, DECLARED, ACKNOWLEDGED -> false;
          case MITIGATED, RESOLVED, CLOSED -> true;
        };
    return ends && incident.open() && incident.milestones().mark(milestone).isEmpty();
  }
}
