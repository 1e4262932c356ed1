package io.evenkeel.postmortem;

import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.TPlus;
import io.evenkeel.incident.TimelineEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the timeline that stands.
 *
 * @param at when it happened, UTC
 * @param tPlus its distance from T+0: {@code T+2m}
 * @param author who wrote it, of a message from Slack; null otherwise
 * @param text as it was typed, perhaps with line ends; null after it was erased
 * @param source link to the evidence
 * @param recordedLater when it was recorded, if that was in a later minute than it happened; null
 *     otherwise
 */
public record Line(
    Instant at,
    String tPlus,
    EntryKind kind,
    @Nullable String author,
    @Nullable String text,
    @Nullable String source,
    @Nullable Instant recordedLater) {

  static Line of(TimelineEntry entry, Instant zero) {
    boolean later = minute(entry.recordedAt()).isAfter(minute(entry.occurredAt()));
    return new Line(
        entry.occurredAt(),
        TPlus.label(zero, entry.occurredAt()),
        entry.kind(),
        entry.kind() == EntryKind.CAPTURED ? entry.actor().name() : null,
        entry.text(),
        entry.source(),
        later ? entry.recordedAt() : null);
  }

  private static Instant minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES);
  }
}
