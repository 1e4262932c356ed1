package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.INCIDENT_MERGE;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Status;
import io.evenkeel.persistence.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Which incident goes on in which, and what is needed to undo it. Times are UTC. */
public final class Merges {
  /** Any number that no other advisory lock uses: "merge" in ASCII. */
  private static final long MERGES = 0x6d65726765L;

  private final DSLContext sql;

  public Merges(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * A merge that stands.
   *
   * @param before the status of the source before it
   */
  public record Merge(IncidentNumber source, IncidentNumber target, Status before, Instant at) {}

  /**
   * Lets only one transaction merge at a time, until it ends. Two that merge into each other would
   * wait for each other's incident: call it before either is locked.
   */
  public void serialise() {
    sql.fetch("select pg_advisory_xact_lock(?)", MERGES);
  }

  /** That the source goes on in the target from now on. */
  public void add(Merge merge) {
    sql.insertInto(INCIDENT_MERGE)
        .set(INCIDENT_MERGE.SOURCE, merge.source())
        .set(INCIDENT_MERGE.TARGET, merge.target())
        .set(INCIDENT_MERGE.STATUS_BEFORE, merge.before())
        .set(INCIDENT_MERGE.MERGED_AT, merge.at())
        .execute();
  }

  /** The merge that stands is kept as undone. */
  public void undone(IncidentNumber source, Instant at) {
    sql.update(INCIDENT_MERGE)
        .set(INCIDENT_MERGE.UNDONE_AT, at)
        .where(INCIDENT_MERGE.SOURCE.eq(source))
        .and(INCIDENT_MERGE.UNDONE_AT.isNull())
        .execute();
  }

  /** Where that incident goes on. */
  public Optional<Merge> of(IncidentNumber source) {
    return where(INCIDENT_MERGE.SOURCE.eq(source)).stream().findFirst();
  }

  /** What was merged into that incident since then, the newest first. */
  public List<Merge> into(IncidentNumber target, Instant since) {
    return where(INCIDENT_MERGE.TARGET.eq(target).and(INCIDENT_MERGE.MERGED_AT.ge(since)));
  }

  private List<Merge> where(Condition condition) {
    return sql.selectFrom(INCIDENT_MERGE)
        .where(condition)
        .and(INCIDENT_MERGE.UNDONE_AT.isNull())
        .orderBy(INCIDENT_MERGE.MERGED_AT.desc())
        .fetch(row ->
            new Merge(row.getSource(), row.getTarget(), row.getStatusBefore(), row.getMergedAt()));
  }
}
