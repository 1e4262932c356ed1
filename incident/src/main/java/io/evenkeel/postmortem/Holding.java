package io.evenkeel.postmortem;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Role;
import java.time.Instant;
import java.util.List;

/**
 * Who held a role last. Earlier holders stand in the timeline.
 *
 * @param name the name they went by
 * @param acting never confirmed
 * @param since UTC
 */
public record Holding(Role role, String name, boolean acting, Instant since) {

  static List<Holding> of(Incident incident) {
    return incident.roles().entrySet().stream()
        .map(entry ->
            new Holding(
                entry.getKey(),
                entry.getValue().person().name(),
                entry.getValue().acting(),
                entry.getValue().since()))
        .toList();
  }
}
