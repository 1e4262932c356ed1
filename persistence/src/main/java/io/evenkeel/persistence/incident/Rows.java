package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static io.evenkeel.persistence.generated.Tables.SLACK_OBJECT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestones;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.generated.tables.records.IncidentRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The rows of incidents, written and put together again with their roles and milestones. */
final class Rows {
  /** Put together once: every command says it. */
  private static volatile @Nullable String lockIn;

  private final Transaction tx;
  private final DSLContext sql;

  /** Where the timelines of the incidents that were locked here end: nobody else moves them. */
  private final Map<IncidentNumber, byte[]> heads = new HashMap<>();

  Rows(Transaction tx) {
    this.tx = tx;
    sql = tx.unwrap(DSLContext.class);
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
      Journal.write(tx, number, changing(next), links);
      heads.put(number, links.getLast().getHash());
    } else if (!next.equals(before)) {
      sql.update(INCIDENT).set(changing(next)).where(INCIDENT.NUMBER.eq(number)).execute();
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
    String text = lockIn;
    if (text == null) {
      text =
          sql.render(
              sql.selectFrom(INCIDENT)
                  .where(INCIDENT.NUMBER.eq(field(Incidents.ofChannel(channel))))
                  .and(Sight.visibleTo(asSeenBy))
                  .forNoKeyUpdate());
      lockIn = text;
    }
    // The channel comes first; all others are the person.
    var bound = new Field<?>[(int) text.chars().filter(c -> c == '?').count()];
    Arrays.fill(bound, val(asSeenBy, INCIDENT.DECLARED_BY));
    bound[0] = val(channel, SLACK_OBJECT.CHANNEL);
    return locked(sql.resultQuery(text, (Object[]) bound).coerce(INCIDENT).fetchOptional());
  }

  private Optional<Incident> locked(Optional<IncidentRecord> row) {
    row.ifPresent(found -> heads.put(found.getNumber(), found.getTimelineHead()));
    return whole(row);
  }

  private Optional<Incident> whole(Optional<IncidentRecord> row) {
    return row.map(found -> {
      var particulars = Particulars.of(sql, found.getNumber());
      return incident(found, particulars.roles(), particulars.milestones());
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
    row.setMergedInto(incident.mergedInto());
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
        row.getMergedInto(),
        row.getTimelineCount(),
        row.getRecordedAt());
  }
}
