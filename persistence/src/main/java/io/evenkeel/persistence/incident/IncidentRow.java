package io.evenkeel.persistence.incident;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestones;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Role;
import io.evenkeel.persistence.generated.tables.records.IncidentRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An incident to its row and back, without its roles and milestones. */
final class IncidentRow {
  private IncidentRow() {}

  /** What a command may change. */
  static IncidentRecord changing(Incident incident) {
    var row = new IncidentRecord();
    row.setTitle(incident.title());
    row.setSeverity(incident.severity());
    row.setSeverityAssumed(incident.severityAssumed());
    row.setStatus(incident.status());
    row.setServices(incident.services().toArray(String[]::new));
    row.setAnnounceIn(incident.announceIn());
    row.setResolution(incident.resolution());
    row.setCancelledAs(incident.cancelledAs());
    row.setMergedInto(incident.mergedInto());
    var update = incident.update();
    row.setUpdateText(update == null ? null : update.text());
    row.setUpdatedAt(update == null ? null : update.at());
    row.setNextUpdateAt(update == null ? null : update.next());
    row.setRecordedAt(incident.recordedAt());
    return row;
  }

  static Incident read(
      IncidentRecord row, Map<Role, Incident.Holder> roles, Milestones milestones) {
    String text = row.getUpdateText();
    Instant at = row.getUpdatedAt();
    return new Incident(
        row.getNumber(),
        row.getTitle(),
        row.getSeverity(),
        row.getSeverityAssumed(),
        row.getStatus(),
        row.getMode(),
        row.getVisibility(),
        List.of(row.getServices()),
        row.getAnnounceIn(),
        new Person(row.getDeclaredBy(), row.getDeclaredByName()),
        roles,
        milestones,
        text == null || at == null
            ? null
            : new Incident.LatestUpdate(text, at, row.getNextUpdateAt()),
        row.getResolution(),
        row.getCancelledAs(),
        row.getMergedInto(),
        row.getTimelineCount(),
        row.getRecordedAt());
  }
}
