package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.INCIDENT_MILESTONE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.excluded;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Milestones;
import io.evenkeel.persistence.generated.tables.records.IncidentMilestoneRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jooq.DSLContext;

/** The milestones that were marked, as they stand; how they came about is in the timeline. */
final class MilestoneRows {
  private final DSLContext sql;

  MilestoneRows(DSLContext sql) {
    this.sql = sql;
  }

  void store(IncidentNumber incident, Map<Milestone, Milestones.Mark> marks) {
    if (marks.isEmpty()) {
      return;
    }
    var rows = new ArrayList<IncidentMilestoneRecord>();
    marks.forEach((milestone, mark) ->
        rows.add(new IncidentMilestoneRecord(incident, milestone, mark.at(), mark.entry())));
    sql.insertInto(INCIDENT_MILESTONE)
        .set(rows)
        .onConflict(INCIDENT_MILESTONE.INCIDENT, INCIDENT_MILESTONE.MILESTONE)
        .doUpdate()
        .set(INCIDENT_MILESTONE.AT, excluded(INCIDENT_MILESTONE.AT))
        .set(INCIDENT_MILESTONE.ENTRY, excluded(INCIDENT_MILESTONE.ENTRY))
        .execute();
  }

  void change(IncidentNumber incident, Milestones before, Milestones next) {
    var forgotten = new ArrayList<>(before.marks().keySet());
    forgotten.removeAll(next.marks().keySet());
    if (!forgotten.isEmpty()) {
      sql.deleteFrom(INCIDENT_MILESTONE)
          .where(INCIDENT_MILESTONE.INCIDENT.eq(incident))
          .and(INCIDENT_MILESTONE.MILESTONE.in(forgotten))
          .execute();
    }
    var marked = new EnumMap<Milestone, Milestones.Mark>(Milestone.class);
    marked.putAll(next.marks());
    marked.entrySet().removeAll(before.marks().entrySet());
    store(incident, marked);
  }

  Map<IncidentNumber, Milestones> of(Collection<IncidentNumber> incidents) {
    Map<IncidentNumber, Map<Milestone, Milestones.Mark>> marks =
        sql.selectFrom(INCIDENT_MILESTONE).where(INCIDENT_MILESTONE.INCIDENT.in(incidents)).stream()
            .collect(
                groupingBy(
                    IncidentMilestoneRecord::getIncident,
                    toMap(
                        IncidentMilestoneRecord::getMilestone,
                        row -> new Milestones.Mark(row.getAt(), row.getEntry()))));
    return marks.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, entry -> new Milestones(entry.getValue())));
  }
}
