package io.evenkeel.persistence.drill;

import static io.evenkeel.persistence.generated.Tables.DRILL_MEASURE;
import static io.evenkeel.persistence.generated.Tables.DRILL_RUN;
import static io.evenkeel.persistence.generated.Tables.DRILL_STEP;

import io.evenkeel.drill.Drill;
import io.evenkeel.drill.Phase;
import io.evenkeel.drill.Sample;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Written;
import io.evenkeel.persistence.generated.tables.records.DrillRunRecord;
import io.evenkeel.persistence.generated.tables.records.DrillStepRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;

/** Runs of experiments; each belongs to its incident and changes under the incident's lock. */
public final class Drills {
  private static final String CLAIM =
      """
      update drill_run set claimed_until = ?
      where incident = (
        select incident from drill_run
        where look_at <= ? and (claimed_until is null or claimed_until <= ?)
        order by look_at
        limit 1
        for update skip locked)
      returning incident\
      """;

  private final Transaction tx;
  private final DSLContext sql;

  public Drills(Transaction tx) {
    this.tx = tx;
    sql = tx.unwrap(DSLContext.class);
  }

  /** The run of that incident. */
  public Optional<Drill> of(IncidentNumber incident) {
    return sql.selectFrom(DRILL_RUN)
        .where(DRILL_RUN.INCIDENT.eq(incident))
        .fetchOptional()
        .map(row -> DrillRows.read(row, steps(incident)));
  }

  /** Incidents whose drills are not over, the newest first. */
  public List<IncidentNumber> underway() {
    return sql.select(DRILL_RUN.INCIDENT)
        .from(DRILL_RUN)
        .where(DRILL_RUN.ENDED_AT.isNull())
        .orderBy(DRILL_RUN.INCIDENT.desc())
        .fetch(DRILL_RUN.INCIDENT);
  }

  /** The one that runs that experiment and is not over. */
  public Optional<IncidentNumber> underway(String experiment) {
    return sql.select(DRILL_RUN.INCIDENT)
        .from(DRILL_RUN)
        .where(DRILL_RUN.ENDED_AT.isNull())
        .and(DRILL_RUN.NAME.eq(experiment))
        .orderBy(DRILL_RUN.INCIDENT.desc())
        .limit(1)
        .fetchOptional(DRILL_RUN.INCIDENT);
  }

  /** Stores it as it stands from now on; whoever measured it has done so. */
  public void keep(Drill drill) {
    DrillRunRecord row = DrillRows.row(drill);
    sql.insertInto(DRILL_RUN).set(row).onConflict(DRILL_RUN.INCIDENT).doUpdate().set(row).execute();
    for (Drill.Done step : drill.steps()) {
      DrillStepRecord announced = DrillRows.row(drill.incident(), step);
      sql.insertInto(DRILL_STEP)
          .set(announced)
          .onConflict(DRILL_STEP.INCIDENT, DRILL_STEP.NUMBER)
          .doUpdate()
          .set(announced)
          .execute();
    }
  }

  /** What was measured; one that stands for that moment already stays as it is. */
  public void add(IncidentNumber incident, List<Sample> samples) {
    for (Sample sample : samples) {
      sql.insertInto(DRILL_MEASURE)
          .set(DRILL_MEASURE.INCIDENT, incident)
          .set(DRILL_MEASURE.AT, sample.at())
          .set(DRILL_MEASURE.SUBJECT, sample.subject().name().toLowerCase(Locale.ROOT))
          .set(DRILL_MEASURE.NUMBER, sample.number())
          .set(DRILL_MEASURE.PHASE, sample.phase().word())
          .set(DRILL_MEASURE.VALUE, sample.value())
          .set(DRILL_MEASURE.WHY, sample.why())
          .onConflictDoNothing()
          .execute();
    }
  }

  /** All that was measured, in order of time. */
  public List<Sample> samples(IncidentNumber incident) {
    return sql.selectFrom(DRILL_MEASURE)
        .where(DRILL_MEASURE.INCIDENT.eq(incident))
        .orderBy(DRILL_MEASURE.AT, DRILL_MEASURE.SUBJECT.desc(), DRILL_MEASURE.NUMBER)
        .fetch(row ->
            new Sample(
                Sample.Subject.valueOf(row.getSubject().toUpperCase(Locale.ROOT)),
                row.getNumber(),
                Phase.valueOf(row.getPhase().toUpperCase(Locale.ROOT)),
                row.getAt(),
                row.getValue(),
                row.getWhy()));
  }

  /**
   * Takes a run that is to be measured by now, so that no other replica measures it too; the one
   * that waits longest. Whoever does not come back is passed over after {@code hold}.
   */
  public Optional<Drill> claim(Instant now, Duration hold) {
    return new Written(tx, CLAIM)
            .time(now.plus(hold))
            .time(now)
            .time(now)
            .rows(row -> new IncidentNumber(row.getInt(1)))
            .stream()
            .findFirst()
            .flatMap(this::of);
  }

  /** What was measured does not count: it is to be measured again. */
  public void release(IncidentNumber incident) {
    sql.update(DRILL_RUN)
        .setNull(DRILL_RUN.CLAIMED_UNTIL)
        .where(DRILL_RUN.INCIDENT.eq(incident))
        .execute();
  }

  private List<Drill.Done> steps(IncidentNumber incident) {
    return sql.selectFrom(DRILL_STEP)
        .where(DRILL_STEP.INCIDENT.eq(incident))
        .orderBy(DRILL_STEP.NUMBER)
        .fetch(DrillRows::step);
  }
}
