package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.RUNBOOK_MISSING;
import static io.evenkeel.persistence.generated.Tables.RUNBOOK_STEP;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.RunbookStep;
import io.evenkeel.incident.Settled;
import io.evenkeel.persistence.generated.tables.records.RunbookStepRecord;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/** Which steps of which runbooks were done, and for which services there was none. */
final class RunbookSteps {
  private final DSLContext sql;

  RunbookSteps(DSLContext sql) {
    this.sql = sql;
  }

  List<RunbookStep> of(IncidentNumber incident) {
    return sql.selectFrom(RUNBOOK_STEP)
        .where(RUNBOOK_STEP.INCIDENT.eq(incident))
        .orderBy(RUNBOOK_STEP.NUMBER)
        .fetch(RunbookSteps::read);
  }

  void keep(IncidentNumber incident, RunbookStep step) {
    var row = new RunbookStepRecord();
    row.setIncident(incident);
    row.setNumber(step.number());
    row.setRunbook(step.runbook());
    row.setStep(step.step());
    row.setHeading(step.heading());
    row.setText(step.text());
    row.setDoneBy(step.by().id());
    row.setDoneByName(step.by().name());
    row.setDoneAt(step.at());
    Settled undone = step.undone();
    row.setUndoneAt(undone == null ? null : undone.at());
    row.setUndoneBy(undone == null ? null : undone.by().id());
    row.setUndoneByName(undone == null ? null : undone.by().name());
    sql.insertInto(RUNBOOK_STEP)
        .set(row)
        .onConflict(RUNBOOK_STEP.INCIDENT, RUNBOOK_STEP.NUMBER)
        .doUpdate()
        .set(row)
        .execute();
  }

  List<String> missing(IncidentNumber incident) {
    return sql.select(RUNBOOK_MISSING.SERVICE)
        .from(RUNBOOK_MISSING)
        .where(RUNBOOK_MISSING.INCIDENT.eq(incident))
        .orderBy(RUNBOOK_MISSING.SERVICE)
        .fetch(RUNBOOK_MISSING.SERVICE);
  }

  void missed(IncidentNumber incident, List<String> services, Instant now) {
    for (String service : services) {
      sql.insertInto(RUNBOOK_MISSING)
          .set(RUNBOOK_MISSING.INCIDENT, incident)
          .set(RUNBOOK_MISSING.SERVICE, service)
          .set(RUNBOOK_MISSING.NOTICED_AT, now)
          .onConflictDoNothing()
          .execute();
    }
  }

  private static RunbookStep read(RunbookStepRecord row) {
    return new RunbookStep(
        row.getNumber(),
        row.getRunbook(),
        row.getStep(),
        row.getHeading(),
        row.getText(),
        new Person(row.getDoneBy(), row.getDoneByName()),
        row.getDoneAt(),
        Settlement.read(row.getUndoneBy(), row.getUndoneByName(), row.getUndoneAt()));
  }
}
