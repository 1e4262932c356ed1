package io.evenkeel.persistence.alert;

import static io.evenkeel.persistence.generated.Tables.ALERT_EVIDENCE;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.generated.tables.records.AlertEvidenceRecord;
import java.util.Optional;
import org.jooq.DSLContext;

/** How much of their alerts timelines have told; read and kept while the incident is locked. */
public final class Tellings {
  private final DSLContext sql;

  public Tellings(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  public Optional<Told> of(IncidentNumber incident) {
    return sql.selectFrom(ALERT_EVIDENCE)
        .where(ALERT_EVIDENCE.INCIDENT.eq(incident))
        .fetchOptional(row ->
            new Told(
                row.getMinute(),
                row.getTold(),
                row.getHeldFired(),
                row.getHeldResolved(),
                row.getHeldUntil(),
                row.getDetectedAt(),
                row.getAsked()));
  }

  public void keep(IncidentNumber incident, Told told) {
    var row = new AlertEvidenceRecord();
    row.setIncident(incident);
    row.setMinute(told.minute());
    row.setTold(told.told());
    row.setHeldFired(told.fired());
    row.setHeldResolved(told.resolved());
    row.setHeldUntil(told.until());
    row.setDetectedAt(told.detected());
    row.setAsked(told.asked());
    sql.insertInto(ALERT_EVIDENCE)
        .set(row)
        .onConflict(ALERT_EVIDENCE.INCIDENT)
        .doUpdate()
        .set(row)
        .execute();
  }
}
