package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT_STREAM;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which streams may have copies in Slack, and when each is looked through again. */
public final class Sweeps {
  private static final String TAKE =
      """
      with due as (
        select id as due_id from effect_stream
        where sweep_at <= now()
        order by sweep_at
        limit 1
        for update skip locked)
      update effect_stream set sweep_at = clock_timestamp() + ? * interval '1 microsecond'
      from due where id = due_id
      returning id, incident, doubt_at\
      """;

  private final Transaction tx;
  private final DSLContext sql;

  private record Taken(String stream, @Nullable IncidentNumber incident, Instant doubt) {}

  public Sweeps(Transaction tx) {
    this.tx = tx;
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
    var doubts = new Doubts(sql);
    return new Written(tx, TAKE)
        .micros(aWhile).rows(Sweeps::taken).stream()
            .findFirst()
            .map(one ->
                new Sweep(
                    one.stream(),
                    doubts.since(one.stream(), one.doubt(), reach),
                    doubts.of(one.stream(), one.incident())));
  }

  private static Taken taken(ResultSet row) throws SQLException {
    @Nullable Integer incident = row.getObject(2, Integer.class);
    return new Taken(
        row.getString(1),
        incident == null ? null : new IncidentNumber(incident),
        row.getObject(3, OffsetDateTime.class).toInstant());
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
