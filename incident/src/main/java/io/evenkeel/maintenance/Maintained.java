package io.evenkeel.maintenance;

import io.evenkeel.incident.Person;
import io.evenkeel.slo.Window.Span;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A service is worked on, as somebody planned. All times are UTC at microseconds.
 *
 * <p>Only what lay ahead when it was planned counts: it quietens alerts and is left out of budgets
 * from then on. What was planned after the fact is kept, shown as such, and excuses nothing: else
 * any outage could be called a maintenance once it is over.
 *
 * @param number as people type it
 * @param service as the catalogue has it
 * @param until the first instant after it, as planned
 * @param reason what is done; may be empty
 * @param endedAt when somebody said that it was over before its time; null for nobody
 */
public record Maintained(
    int number,
    String service,
    Instant from,
    Instant until,
    String reason,
    Person plannedBy,
    Instant plannedAt,
    @Nullable Instant endedAt) {
  public Maintained {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a maintenance ends after it begins: " + from);
    }
  }

  /** Whether none of it lay ahead when it was planned. */
  public boolean afterTheFact() {
    return !until.isAfter(plannedAt);
  }

  /** Whether a part of it was over when it was planned. */
  public boolean plannedLate() {
    return from.isBefore(plannedAt);
  }

  /** When it is over: as planned, or earlier. */
  public Instant end() {
    Instant ended = endedAt;
    return ended != null && ended.isBefore(until) ? ended : until;
  }

  /** What of it counts; nothing of what was planned after the fact or ended before it began. */
  public Optional<Span> counted() {
    Instant begin = plannedLate() ? plannedAt : from;
    return begin.isBefore(end()) ? Optional.of(new Span(begin, end())) : Optional.empty();
  }

  /** Whether the service is worked on at that moment and that counts. */
  public boolean quiets(Instant now) {
    return counted()
        .filter(span -> !now.isBefore(span.start()) && now.isBefore(span.end()))
        .isPresent();
  }
}
