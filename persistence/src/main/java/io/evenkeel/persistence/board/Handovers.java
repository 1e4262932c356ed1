package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.HANDOVER;

import io.evenkeel.incident.Handover;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.RoleCommand;
import io.evenkeel.persistence.generated.tables.records.HandoverRecord;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Roles that are or were on offer. */
final class Handovers {
  /** Offers that nobody answered in time, of incidents that are over too. */
  static final String DUE =
      """
      select incident, number, lapses_at from handover, look
      where ended_at is null and lapses_at <= look.now
      order by lapses_at\
      """;

  private final DSLContext sql;

  Handovers(DSLContext sql) {
    this.sql = sql;
  }

  List<Handover> of(IncidentNumber incident) {
    return sql.selectFrom(HANDOVER)
        .where(HANDOVER.INCIDENT.eq(incident))
        .orderBy(HANDOVER.NUMBER)
        .fetch(Handovers::read);
  }

  void keep(IncidentNumber incident, Handover handover) {
    var row = new HandoverRecord();
    row.setIncident(incident);
    row.setNumber(handover.number());
    row.setRole(handover.role());
    row.setFromPerson(handover.from().id());
    row.setFromName(handover.from().name());
    row.setToPerson(handover.to().id());
    row.setToName(handover.to().name());
    row.setAskedBy(handover.askedBy().id());
    row.setAskedByName(handover.askedBy().name());
    row.setAskedAt(handover.askedAt());
    row.setLapsesAt(handover.lapsesAt());
    Handover.Ended ended = handover.ended();
    Person by = ended == null ? null : ended.by();
    row.setEndedAs(ended == null ? null : ended.how().word());
    row.setEndedAt(ended == null ? null : ended.at());
    row.setEndedBy(by == null ? null : by.id());
    row.setEndedByName(by == null ? null : by.name());
    sql.insertInto(HANDOVER)
        .set(row)
        .onConflict(HANDOVER.INCIDENT, HANDOVER.NUMBER)
        .doUpdate()
        .set(row)
        .execute();
  }

  static Due due(DueRow row) {
    return new Due.OfIncident(
        row.incident(),
        "handover:" + row.incident() + ":" + row.number(),
        row.at(),
        new RoleCommand.Lapse(row.number()));
  }

  private static Handover read(HandoverRecord row) {
    return new Handover(
        row.getNumber(),
        row.getRole(),
        new Person(row.getFromPerson(), row.getFromName()),
        new Person(row.getToPerson(), row.getToName()),
        new Person(row.getAskedBy(), row.getAskedByName()),
        row.getAskedAt(),
        row.getLapsesAt(),
        ended(row));
  }

  private static Handover.@Nullable Ended ended(HandoverRecord row) {
    var how = row.getEndedAs();
    var at = row.getEndedAt();
    var by = row.getEndedBy();
    var name = row.getEndedByName();
    return how == null || at == null
        ? null
        : new Handover.Ended(
            Handover.How.valueOf(how.toUpperCase(Locale.ROOT)),
            by == null || name == null ? null : new Person(by, name),
            at);
  }
}
