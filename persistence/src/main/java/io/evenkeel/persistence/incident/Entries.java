package io.evenkeel.persistence.incident;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.generated.tables.records.TimelineEntryRecord;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Timeline entries to rows and back. */
final class Entries {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Entries() {}

  /**
   * The rows of entries that follow entry {@code count}, whose hash is {@code head}.
   *
   * @param latest when that one was recorded, or earlier
   * @throws IllegalArgumentException when a seq leaves a gap, time goes back, or a text is missing
   *     or holds a NUL
   */
  static List<TimelineEntryRecord> chained(
      IncidentNumber incident,
      List<TimelineEntry> entries,
      int count,
      byte[] head,
      Instant latest) {
    var rows = new ArrayList<TimelineEntryRecord>();
    byte[] previous = head;
    Instant before = latest;
    int seq = count;
    for (TimelineEntry entry : entries) {
      seq++;
      if (entry.seq() != seq || entry.recordedAt().isBefore(before)) {
        throw new IllegalArgumentException(
            "entry " + entry.seq() + " does not follow entry " + (seq - 1) + " of " + incident);
      }
      before = entry.recordedAt();
      byte[] salt = new byte[16];
      RANDOM.nextBytes(salt);
      var row = chained(incident, entry, previous, salt);
      previous = row.getHash();
      rows.add(row);
    }
    return rows;
  }

  /** The row of an entry that follows the entry whose hash is {@code previous}. */
  static TimelineEntryRecord chained(
      IncidentNumber incident, TimelineEntry entry, byte[] previous, byte[] salt) {
    String text = entry.text();
    if (text == null || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "entry " + entry.seq() + " of " + incident + " has no text or a NUL in it");
    }
    ActorText actor = ActorText.of(entry.actor());
    var row = new TimelineEntryRecord();
    row.setIncident(incident);
    row.setSeq(entry.seq());
    row.setOccurredAt(entry.occurredAt());
    row.setRecordedAt(entry.recordedAt());
    row.setKind(entry.kind());
    row.setActor(actor.actor());
    row.setActorName(actor.name());
    row.setText(text);
    row.setSource(entry.source());
    row.setSupersedes(entry.supersedes());
    row.setSalt(salt);
    row.setTextHash(Chain.textHash(salt, text));
    row.setHash(Chain.hash(previous, fields(row), row.getTextHash()));
    return row;
  }

  static TimelineEntry read(TimelineEntryRecord row) {
    return new TimelineEntry(
        row.getSeq(),
        row.getOccurredAt(),
        row.getRecordedAt(),
        row.getKind(),
        actor(row).read(),
        row.getText(),
        row.getSource(),
        row.getSupersedes());
  }

  /** What of a row is hashed, but its text. */
  static Chain.Fields fields(TimelineEntryRecord row) {
    return new Chain.Fields(
        row.getIncident().value(),
        row.getSeq(),
        row.getOccurredAt(),
        row.getRecordedAt(),
        row.getKind(),
        actor(row),
        row.getSource(),
        row.getSupersedes());
  }

  private static ActorText actor(TimelineEntryRecord row) {
    return new ActorText(row.getActor(), row.getActorName());
  }
}
