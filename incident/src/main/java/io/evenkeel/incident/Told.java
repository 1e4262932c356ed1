package io.evenkeel.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the timeline tells at one place: the entry as it was first recorded, and those that put it
 * right since.
 *
 * @param versions the oldest first, at least one; the last stands
 * @param newest false for an update after which its author has posted another one
 */
public record Told(List<TimelineEntry> versions, boolean newest) {
  public Told {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("an entry has at least one version");
    }
  }

  /** What a whole timeline tells at that entry, or at a later version of it. */
  public static Optional<Told> in(List<TimelineEntry> timeline, int seq) {
    Map<Integer, TimelineEntry> entries = new HashMap<>();
    timeline.forEach(entry -> entries.put(entry.seq(), entry));
    TimelineEntry first = entries.get(seq);
    if (first == null) {
      return Optional.empty();
    }
    for (Integer before = first.supersedes(); before != null; before = first.supersedes()) {
      TimelineEntry earlier = entries.get(before);
      if (earlier == null || earlier.seq() >= first.seq()) {
        break;
      }
      first = earlier;
    }
    TimelineEntry root = first;
    boolean newest =
        root.kind() != EntryKind.UPDATE
            || Standing.person(root.actor())
                .flatMap(author -> lastPosted(timeline, author.id()))
                .filter(last -> last.seq() > root.seq())
                .isEmpty();
    return Optional.of(new Told(versions(timeline, root), newest));
  }

  /** The last update of somebody in a whole timeline. */
  public static Optional<Told> lastUpdate(List<TimelineEntry> timeline, PersonId person) {
    return lastPosted(timeline, person).flatMap(last -> in(timeline, last.seq()));
  }

  /**
   * An entry and those that put it right, one after the other.
   *
   * @param timeline in order; entries that supersede nothing may be left out
   */
  public static List<TimelineEntry> versions(List<TimelineEntry> timeline, TimelineEntry first) {
    var versions = new ArrayList<>(List.of(first));
    for (TimelineEntry entry : timeline) {
      if (Objects.equals(entry.supersedes(), versions.getLast().seq())) {
        versions.add(entry);
      }
    }
    return versions;
  }

  private static Optional<TimelineEntry> lastPosted(List<TimelineEntry> timeline, PersonId person) {
    return timeline.stream()
        .filter(entry -> entry.kind() == EntryKind.UPDATE && entry.supersedes() == null)
        .filter(entry ->
            Standing.person(entry.actor()).filter(who -> who.id().equals(person)).isPresent())
        .reduce((_, later) -> later);
  }

  public TimelineEntry first() {
    return versions.getFirst();
  }

  public TimelineEntry standing() {
    return versions.getLast();
  }

  public boolean withdrawn() {
    return standing().kind() == EntryKind.WITHDRAWN;
  }

  /** Whether these words are that person's own, be it through a token. */
  public boolean saidBy(PersonId person) {
    return Standing.person(first().actor())
        .filter(author -> author.id().equals(person))
        .isPresent();
  }
}
