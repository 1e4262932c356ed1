package io.evenkeel.drill;

import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.TPlus;
import io.evenkeel.incident.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident that is told again in a drill, on a faster clock. Times are UTC at microseconds.
 *
 * @param source the incident that is told again
 * @param speed how many times as fast
 * @param fed how many of its entries were told
 * @param nextAt when it is looked at next; null once it is over
 */
public record Replay(
    IncidentNumber incident,
    IncidentNumber source,
    int speed,
    Person by,
    Instant startedAt,
    int fed,
    @Nullable Instant nextAt,
    @Nullable Instant endedAt) {

  /** Once all was told, so often it is looked whether the drill has ended. */
  private static final Duration AGAIN = Duration.ofSeconds(20);

  /** Then it is scored, ended or not. */
  private static final Duration LONGEST = Duration.ofHours(4);

  /** One that begins now. */
  public static Replay begun(
      IncidentNumber incident, IncidentNumber source, int speed, Person by, Instant now) {
    return new Replay(incident, source, speed, by, now, 0, now, null);
  }

  /** What of a timeline is told again: what came from outside, and what was said to everybody. */
  public static List<TimelineEntry> told(List<TimelineEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.text() != null)
        .filter(entry ->
            entry.kind() == EntryKind.ALERT
                || entry.kind() == EntryKind.REPORTED
                || entry.kind() == EntryKind.CAPTURED
                || entry.kind() == EntryKind.UPDATE)
        .sorted(
            Comparator.comparing(TimelineEntry::occurredAt).thenComparingInt(TimelineEntry::seq))
        .toList();
  }

  /** When that entry is told, by the drill's clock. */
  public Instant due(List<TimelineEntry> told, int number) {
    Duration since = Duration.between(told.getFirst().occurredAt(), told.get(number).occurredAt());
    return startedAt.plus(since.dividedBy(speed));
  }

  /** Its words, marked as told again. */
  public String words(TimelineEntry entry, Instant zero) {
    return "REPLAYED from "
        + source
        + ", "
        + TPlus.label(zero, entry.occurredAt())
        + ", "
        + entry.kind().word()
        + " by "
        + entry.actor().name()
        + ": "
        + entry.text();
  }

  /** The same once everything due by then was told. */
  public Replay told(List<TimelineEntry> told, Instant now) {
    int number = fed;
    while (number < told.size() && !due(told, number).isAfter(now)) {
      number++;
    }
    Instant next = number < told.size() ? due(told, number) : now.plus(AGAIN);
    return new Replay(incident, source, speed, by, startedAt, number, next, null);
  }

  /** Nobody comes back to it. */
  public boolean forgotten(Instant now) {
    return Duration.between(startedAt, now).compareTo(LONGEST) > 0;
  }

  /** Over now. */
  public Replay ended(Instant now) {
    return new Replay(incident, source, speed, by, startedAt, fed, null, now);
  }
}
