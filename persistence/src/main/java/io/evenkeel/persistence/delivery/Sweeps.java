package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT_STREAM;

import io.evenkeel.persistence.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Which streams may have copies in Slack, and when each is looked through again. */
public final class Sweeps {
  private final DSLContext sql;

  public Sweeps(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * From now on a copy may appear in what the stream has posted. Needs no lease: whoever lost it
   * may be the one that made the copy.
   *
   * @param firstPass until the stream is looked through
   */
  public void doubt(String stream, Duration firstPass) {
    sql.update(EFFECT_STREAM)
        .set(EFFECT_STREAM.DOUBT_AT, DatabaseClock.now(EFFECT_STREAM.DOUBT_AT))
        .set(
            EFFECT_STREAM.SWEEP_AT,
            DSL.least(EFFECT_STREAM.SWEEP_AT, DatabaseClock.in(firstPass, EFFECT_STREAM.SWEEP_AT)))
        .where(EFFECT_STREAM.ID.eq(stream))
        .execute();
  }

  /**
   * Takes a stream whose pass is due; nobody else takes it for a while, and a pass that never ends
   * is made again after it. None waits for another.
   *
   * @param reach so long ago may a doubt be that still matters
   */
  public Optional<Sweep> take(Duration aWhile, Duration reach) {
    var due =
        DSL.name("due")
            .as(
                DSL.select(EFFECT_STREAM.ID.as("due_id"))
                    .from(EFFECT_STREAM)
                    .where("sweep_at <= now()")
                    .orderBy(EFFECT_STREAM.SWEEP_AT)
                    .limit(1)
                    .forUpdate()
                    .skipLocked());
    var doubts = new Doubts(sql);
    return sql.with(due)
        .update(EFFECT_STREAM)
        .set(EFFECT_STREAM.SWEEP_AT, DatabaseClock.in(aWhile, EFFECT_STREAM.SWEEP_AT))
        .from(due)
        .where(EFFECT_STREAM.ID.eq(due.field("due_id", String.class)))
        .returning(EFFECT_STREAM.ID, EFFECT_STREAM.INCIDENT, EFFECT_STREAM.DOUBT_AT)
        .fetchOptional()
        .map(row ->
            new Sweep(
                row.get(EFFECT_STREAM.ID),
                doubts.since(row.get(EFFECT_STREAM.ID), row.get(EFFECT_STREAM.DOUBT_AT), reach),
                doubts.of(row.get(EFFECT_STREAM.ID), row.get(EFFECT_STREAM.INCIDENT))));
  }

  /**
   * The pass is over.
   *
   * @param next until the one after it
   * @param enough so long after the last doubt there is none
   */
  public void passed(String stream, Duration next, Duration enough) {
    sql.update(EFFECT_STREAM)
        .set(
            EFFECT_STREAM.SWEEP_AT,
            DSL.when(
                    EFFECT_STREAM.DOUBT_AT.lt(
                        DatabaseClock.in(enough.negated(), EFFECT_STREAM.DOUBT_AT)),
                    DSL.inline((Instant) null, EFFECT_STREAM.SWEEP_AT))
                .otherwise(DatabaseClock.in(next, EFFECT_STREAM.SWEEP_AT)))
        .where(EFFECT_STREAM.ID.eq(stream))
        .execute();
  }

  /** The pass failed and is made again after that time, however long ago the doubt was. */
  public void failed(String stream, Duration in) {
    sql.update(EFFECT_STREAM)
        .set(EFFECT_STREAM.SWEEP_AT, DatabaseClock.in(in, EFFECT_STREAM.SWEEP_AT))
        .where(EFFECT_STREAM.ID.eq(stream))
        .execute();
  }
}
