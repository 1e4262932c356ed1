package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.CLAIM;

import io.evenkeel.incident.Claim;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Settled;
import io.evenkeel.persistence.generated.tables.records.ClaimRecord;
import java.util.List;
import org.jooq.DSLContext;

/** What people are doing and did. */
final class Claims {
  private final DSLContext sql;

  Claims(DSLContext sql) {
    this.sql = sql;
  }

  List<Claim> of(IncidentNumber incident) {
    return sql.selectFrom(CLAIM)
        .where(CLAIM.INCIDENT.eq(incident))
        .orderBy(CLAIM.NUMBER)
        .fetch(Claims::read);
  }

  void keep(IncidentNumber incident, Claim claim) {
    var row = new ClaimRecord();
    row.setIncident(incident);
    row.setNumber(claim.number());
    row.setPerson(claim.person().id());
    row.setPersonName(claim.person().name());
    row.setText(claim.text());
    row.setSince(claim.since());
    Settled ended = claim.ended();
    row.setEndedAt(ended == null ? null : ended.at());
    row.setEndedBy(ended == null ? null : ended.by().id());
    row.setEndedByName(ended == null ? null : ended.by().name());
    sql.insertInto(CLAIM)
        .set(row)
        .onConflict(CLAIM.INCIDENT, CLAIM.NUMBER)
        .doUpdate()
        .set(row)
        .execute();
  }

  private static Claim read(ClaimRecord row) {
    return new Claim(
        row.getNumber(),
        new Person(row.getPerson(), row.getPersonName()),
        row.getText(),
        row.getSince(),
        Settlement.read(row.getEndedBy(), row.getEndedByName(), row.getEndedAt()));
  }
}
