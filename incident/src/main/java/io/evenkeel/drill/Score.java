package io.evenkeel.drill;

import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleTerm;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.UpdatePromise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an incident was handled, as far as its timeline knows. Lengths count from when it was
 * declared; null where it did not happen.
 *
 * @param commander until somebody had confirmed that they command
 * @param firstUpdate until everybody could read a first update
 * @param promised how many updates were promised and due
 * @param kept how many of them came in time, or the incident had ended by then
 * @param mitigated until users were no longer hurt
 */
public record Score(
    @Nullable Duration commander,
    @Nullable Duration firstUpdate,
    int promised,
    int kept,
    @Nullable Duration mitigated) {

  /** Minutes are what people promise. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  /**
   * @param terms who held which role
   * @param entries those that stand
   * @param promises of updates, by their entries
   */
  public static Score of(
      Incident incident,
      List<RoleTerm> terms,
      List<TimelineEntry> entries,
      List<UpdatePromise> promises,
      Instant now) {
    Instant zero = incident.milestones().at(Milestone.DECLARED).orElseGet(incident::zero);
    List<Instant> updates =
        entries.stream()
            .filter(entry -> entry.kind() == EntryKind.UPDATE)
            .map(TimelineEntry::occurredAt)
            .sorted()
            .toList();
    int promised = 0;
    int kept = 0;
    Optional<Instant> ended = incident.milestones().at(Milestone.RESOLVED);
    for (UpdatePromise promise : promises) {
      Instant next = promise.next();
      Instant made =
          entries.stream()
              .filter(entry -> entry.seq() == promise.entry())
              .map(TimelineEntry::occurredAt)
              .findFirst()
              .orElse(null);
      if (next == null || made == null) {
        continue;
      }
      Instant latest = next.plus(GRACE);
      boolean came =
          updates.stream().anyMatch(at -> at.isAfter(made) && !at.isAfter(latest))
              || ended.filter(at -> !at.isAfter(latest)).isPresent();
      if (came || !latest.isAfter(now)) {
        promised++;
        kept += came ? 1 : 0;
      }
    }
    return new Score(
        terms.stream()
            .filter(term -> term.role().equals(Role.INCIDENT_COMMANDER) && !term.acting())
            .map(RoleTerm::from)
            .min(Instant::compareTo)
            .map(at -> since(zero, at))
            .orElse(null),
        updates.stream().findFirst().map(at -> since(zero, at)).orElse(null),
        promised,
        kept,
        incident.milestones().at(Milestone.MITIGATED).map(at -> since(zero, at)).orElse(null));
  }

  private static Duration since(Instant zero, Instant at) {
    Duration length = Duration.between(zero, at);
    return length.isNegative() ? Duration.ZERO : length;
  }
}
