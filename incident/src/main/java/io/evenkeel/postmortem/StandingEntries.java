package io.evenkeel.postmortem;

import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.TimelineEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The entries of a timeline that a postmortem tells: what stands, and is of the incident itself.
 *
 * @param standing by when they happened
 * @param superseded how many were put right by later ones
 */
record StandingEntries(List<TimelineEntry> standing, int superseded) {
  StandingEntries {
    standing = List.copyOf(standing);
  }

  /**
   * @param entries the whole timeline in any order
   */
  static StandingEntries of(List<TimelineEntry> entries, Incident incident) {
    Set<Integer> corrected =
        entries.stream()
            .map(TimelineEntry::supersedes)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    List<TimelineEntry> standing =
        entries.stream()
            .filter(entry -> !corrected.contains(entry.seq()))
            .filter(entry -> !saysOnlyUnknown(entry, incident))
            .filter(entry -> entry.kind() != EntryKind.WITHDRAWN)
            .filter(entry -> entry.kind() != EntryKind.CORRECTED)
            .filter(entry -> entry.kind() != EntryKind.POSTMORTEM)
            .filter(entry -> entry.kind() != EntryKind.REMINDER)
            .sorted(
                Comparator.comparing(TimelineEntry::occurredAt)
                    .thenComparingInt(TimelineEntry::seq))
            .toList();
    return new StandingEntries(standing, corrected.size());
  }

  /**
   * "Detected at an unknown time" happened at no time that could stand in a timeline: the milestone
   * says that it is unknown.
   */
  private static boolean saysOnlyUnknown(TimelineEntry entry, Incident incident) {
    return entry.kind() == EntryKind.MILESTONE
        && incident.milestones().marks().values().stream()
            .anyMatch(mark -> mark.at() == null && Objects.equals(mark.entry(), entry.seq()));
  }
}
