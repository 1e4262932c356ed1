package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static io.evenkeel.persistence.generated.Tables.TIMELINE_ENTRY;
import static org.jooq.impl.DSL.name;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestones;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.generated.tables.records.IncidentRecord;
import io.evenkeel.persistence.generated.tables.records.TimelineEntryRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The rows of incidents, written and put together again with their roles and milestones. */
final class Rows {
  private final DSLContext sql;

  /** Where the timelines of the incidents that were locked here end: nobody else moves them. */
  private final Map<IncidentNumber, byte[]> heads = new HashMap<>();

  Rows(DSLContext sql) {
    this.sql = sql;
  }

  void insert(Incident incident) {
    var row = changing(incident);
    row.setNumber(incident.number());
    row.setMode(incident.mode());
    row.setVisibility(incident.visibility());
    row.setDeclaredBy(incident.declaredBy().id());
    row.setDeclaredByName(incident.declaredBy().name());
    sql.insertInto(INCIDENT).set(row).execute();
  }

  /**
   * Writes what differs and the entries, in one statement.
   *
   * @throws IllegalArgumentException when the incident was not locked here
   */
  void record(Incident before, Incident next, List<TimelineEntry> entries) {
    IncidentNumber number = next.number();
    byte[] head = heads.get(number);
    if (head == null) {
      throw new IllegalArgumentException(number + " was not locked");
    }
    var row = changed(before, next);
    if (entries.isEmpty()) {
      if (row.touched()) {
        sql.update(INCIDENT).set(row).where(INCIDENT.NUMBER.eq(number)).execute();
      }
      return;
    }
    List<TimelineEntryRecord> links =
        Entries.chained(number, entries, before.entries(), head, before.recordedAt());
    TimelineEntryRecord last = links.getLast();
    row.setTimelineCount(last.getSeq());
    row.setTimelineHead(last.getHash());
    sql.with(
            name("changed")
                .as(
                    sql.update(INCIDENT)
                        .set(row)
                        .where(INCIDENT.NUMBER.eq(number))
                        .returning(INCIDENT.NUMBER)))
        .insertInto(TIMELINE_ENTRY)
        .set(links)
        .execute();
    heads.put(number, last.getHash());
  }

  /** Only the columns that differ: most commands change one or two. */
  private static IncidentRecord changed(Incident before, Incident next) {
    var row = changing(next);
    var old = changing(before);
    for (Field<?> field : row.fields()) {
      if (Objects.deepEquals(old.get(field), row.get(field))) {
        row.touched(field, false);
      }
    }
    return row;
  }

  List<Incident> where(Condition condition) {
    return assembled(
        sql.selectFrom(INCIDENT).where(condition).orderBy(INCIDENT.NUMBER.desc()).fetch());
  }

  List<Incident> page(Condition condition, int limit, int offset) {
    return assembled(
        sql.selectFrom(INCIDENT)
            .where(condition)
            .orderBy(INCIDENT.NUMBER.desc())
            .limit(limit)
            .offset(offset)
            .fetch());
  }

  /**
   * Roles and milestones are read after the lock is there: in one statement they would be as they
   * were before the wait. NO KEY: the relay, which holds a stream that a command will want, refers
   * to the incident by a foreign key; a full lock here would be a deadlock.
   */
  Optional<Incident> lock(Condition one) {
    List<IncidentRecord> rows = sql.selectFrom(INCIDENT).where(one).forNoKeyUpdate().fetch();
    rows.forEach(row -> heads.put(row.getNumber(), row.getTimelineHead()));
    return assembled(rows).stream().findFirst();
  }

  private List<Incident> assembled(List<IncidentRecord> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<IncidentNumber> numbers = rows.stream().map(IncidentRecord::getNumber).toList();
    var roles = new Custody(sql).held(numbers);
    var milestones = new MilestoneRows(sql).of(numbers);
    return rows.stream()
        .map(row ->
            incident(
                row,
                roles.getOrDefault(row.getNumber(), Map.of()),
                milestones.getOrDefault(row.getNumber(), Milestones.NONE)))
        .toList();
  }

  /** What a command may change. */
  private static IncidentRecord changing(Incident incident) {
    var row = new IncidentRecord();
    row.setTitle(incident.title());
    row.setSeverity(incident.severity());
    row.setSeverityAssumed(incident.severityAssumed());
    row.setStatus(incident.status());
    row.setServices(incident.services().toArray(String[]::new));
    row.setAnnounceIn(incident.announceIn());
    row.setResolution(incident.resolution());
    row.setCancelledAs(incident.cancelledAs());
    var update = incident.update();
    row.setUpdateText(update == null ? null : update.text());
    row.setUpdatedAt(update == null ? null : update.at());
    row.setNextUpdateAt(update == null ? null : update.next());
    row.setRecordedAt(incident.recordedAt());
    return row;
  }

  private static Incident incident(
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
        row.getTimelineCount(),
        row.getRecordedAt());
  }
}
