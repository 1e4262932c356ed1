package io.evenkeel.persistence.incident;

import io.evenkeel.incident.CancelledAs;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Written;
import io.evenkeel.persistence.generated.tables.records.IncidentRecord;
import io.evenkeel.persistence.generated.tables.records.TimelineEntryRecord;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an incident and the entries that tell what became of it, in one statement: every command
 * does.
 */
final class Journal {
  private static final String WRITE =
      """
      with changed as (
        update incident set title = ?, severity = ?, severity_assumed = ?, status = ?,
          services = ?, announce_in = ?, resolution = ?, cancelled_as = ?, merged_into = ?,
          update_text = ?,
          updated_at = ?, next_update_at = ?, recorded_at = ?, timeline_count = ?,
          timeline_head = ?
        where number = ?)
      insert into timeline_entry (incident, seq, occurred_at, recorded_at, kind, actor,
        actor_name, text, source, supersedes, salt, text_hash, hash)
      values \
      """;
  private static final String ENTRY = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private Journal() {}

  /**
   * @param next what a command may change; the rest of it is not looked at
   * @param entries at least one
   */
  static void write(
      Transaction tx,
      IncidentNumber number,
      IncidentRecord next,
      List<TimelineEntryRecord> entries) {
    String rows = String.join(", ", Collections.nCopies(entries.size(), ENTRY));
    TimelineEntryRecord last = entries.getLast();
    @Nullable ChannelId announceIn = next.getAnnounceIn();
    @Nullable CancelledAs cancelledAs = next.getCancelledAs();
    @Nullable IncidentNumber mergedInto = next.getMergedInto();
    var written =
        new Written(tx, WRITE + rows)
            .text(next.getTitle())
            .text(next.getSeverity().name())
            .truth(next.getSeverityAssumed())
            .text(next.getStatus().word())
            .texts(List.of(next.getServices()))
            .text(announceIn == null ? null : announceIn.value())
            .text(next.getResolution())
            .text(cancelledAs == null ? null : cancelledAs.word())
            .number(mergedInto == null ? null : mergedInto.value())
            .text(next.getUpdateText())
            .time(next.getUpdatedAt())
            .time(next.getNextUpdateAt())
            .time(next.getRecordedAt())
            .number(last.getSeq())
            .bytes(last.getHash())
            .number(number.value());
    entries.forEach(entry -> bind(written, entry));
    written.run();
  }

  private static void bind(Written written, TimelineEntryRecord entry) {
    written
        .number(entry.getIncident().value())
        .number(entry.getSeq())
        .time(entry.getOccurredAt())
        .time(entry.getRecordedAt())
        .text(entry.getKind().word())
        .text(entry.getActor())
        .text(entry.getActorName())
        .text(entry.getText())
        .text(entry.getSource())
        .number(entry.getSupersedes())
        .bytes(entry.getSalt())
        .bytes(entry.getTextHash())
        .bytes(entry.getHash());
  }
}
