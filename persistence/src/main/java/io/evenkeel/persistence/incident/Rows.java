package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.INCIDENT;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestones;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.generated.tables.records.IncidentRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The rows of incidents, written and put together again with their roles and milestones. */
final class Rows {
  private final Transaction tx;
  private final DSLContext sql;

  /** Where the timelines of the incidents that were locked here end: nobody else moves them. */
  private final Map<IncidentNumber, byte[]> heads = new HashMap<>();

  Rows(Transaction tx) {
    this.tx = tx;
    sql = tx.unwrap(DSLContext.class);
  }

  void insert(Incident incident) {
    var row = IncidentRow.changing(incident);
    row.setNumber(incident.number());
    row.setMode(incident.mode());
    row.setVisibility(incident.visibility());
    row.setDeclaredBy(incident.declaredBy().id());
    row.setDeclaredByName(incident.declaredBy().name());
    sql.insertInto(INCIDENT).set(row).execute();
  }

  /**
   * Writes what has become of it and the entries that tell so, in one statement.
   *
   * @throws IllegalArgumentException when the incident was not locked here
   */
  void record(Incident before, Incident next, List<TimelineEntry> entries) {
    IncidentNumber number = next.number();
    byte[] head = heads.get(number);
    if (head == null) {
      throw new IllegalArgumentException(number + " was not locked");
    }
    if (!entries.isEmpty()) {
      var links = Entries.chained(number, entries, before.entries(), head, before.recordedAt());
      Journal.write(tx, number, IncidentRow.changing(next), links);
      heads.put(number, links.getLast().getHash());
    } else if (!next.equals(before)) {
      sql.update(INCIDENT)
          .set(IncidentRow.changing(next))
          .where(INCIDENT.NUMBER.eq(number))
          .execute();
    }
  }

  Optional<Incident> find(IncidentNumber number) {
    return whole(sql.selectFrom(INCIDENT).where(INCIDENT.NUMBER.eq(number)).fetchOptional());
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
  Optional<Incident> lock(IncidentNumber number) {
    return locked(
        sql.selectFrom(INCIDENT)
            .where(INCIDENT.NUMBER.eq(number))
            .forNoKeyUpdate()
            .fetchOptional());
  }

  Optional<Incident> lockIfFree(IncidentNumber number) {
    return locked(
        sql.selectFrom(INCIDENT)
            .where(INCIDENT.NUMBER.eq(number))
            .forNoKeyUpdate()
            .skipLocked()
            .fetchOptional());
  }

  /** The same for the incident with that channel, unless the person may not see it. */
  Optional<Incident> lockIn(ChannelId channel, PersonId asSeenBy) {
    return locked(ChannelLock.take(sql, channel, asSeenBy));
  }

  private Optional<Incident> locked(Optional<IncidentRecord> row) {
    row.ifPresent(found -> heads.put(found.getNumber(), found.getTimelineHead()));
    return whole(row);
  }

  private Optional<Incident> whole(Optional<IncidentRecord> row) {
    return row.map(found -> {
      var particulars = Particulars.of(sql, found.getNumber());
      return IncidentRow.read(found, particulars.roles(), particulars.milestones());
    });
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
            IncidentRow.read(
                row,
                roles.getOrDefault(row.getNumber(), Map.of()),
                milestones.getOrDefault(row.getNumber(), Milestones.NONE)))
        .toList();
  }
}
