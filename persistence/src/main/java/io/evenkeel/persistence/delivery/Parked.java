package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;
import static io.evenkeel.persistence.generated.Tables.EFFECT_STREAM;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;

/** The effects that wait for a person. */
public final class Parked {
  /** Spelled out in the statement: only so does Postgres use the index on parked effects. */
  private static final Condition PARKED = EFFECT.STATE.eq(DSL.inline(EffectState.PARKED.name()));

  private final DSLContext sql;

  public Parked(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** What is parked of an incident, oldest first; what only waits for another one is counted. */
  public List<ParkedEffect> of(IncidentNumber incident) {
    List<ParkedRow> rows =
        sql.select(
                EFFECT.STREAM,
                EFFECT.SEQ,
                EFFECT.DEPENDS_ON,
                EFFECT.KEY,
                EFFECT.KIND,
                DSL.coalesce(EFFECT.REASON, ""))
            .from(EFFECT)
            .where(EFFECT.STREAM.in(streams(incident)))
            .and(PARKED)
            .orderBy(EFFECT.RECORDED_AT, EFFECT.STREAM, EFFECT.SEQ)
            .fetch(Records.mapping(ParkedRow::new));
    return ParkedRow.causes(rows);
  }

  /** How much is parked of each incident, with what only waits; none where nothing is. */
  public Map<IncidentNumber, Integer> counts(Collection<IncidentNumber> incidents) {
    return sql.select(EFFECT_STREAM.INCIDENT, DSL.count())
        .from(EFFECT)
        .join(EFFECT_STREAM)
        .on(EFFECT_STREAM.ID.eq(EFFECT.STREAM))
        .where(EFFECT_STREAM.INCIDENT.in(incidents))
        .and(PARKED)
        .groupBy(EFFECT_STREAM.INCIDENT)
        .fetchMap(EFFECT_STREAM.INCIDENT, DSL.count());
  }

  /**
   * Tries everything parked of an incident again, in its order. What may have been posted before is
   * looked for first. Locks the streams, so it does no harm while a relay works on them. Wake the
   * relay afterwards.
   *
   * @return how many there are
   */
  public int retry(IncidentNumber incident) {
    int retried = 0;
    for (String stream : streams(incident)) {
      sql.selectOne().from(EFFECT_STREAM).where(EFFECT_STREAM.ID.eq(stream)).forUpdate().fetch();
      int here =
          sql.update(EFFECT)
              .set(EFFECT.STATE, inDoubtOrReady())
              .set(EFFECT.DUE_AT, DatabaseClock.now(EFFECT.DUE_AT))
              .set(EFFECT.ATTEMPTS, 0)
              .set(EFFECT.RESULT, Notes.added(Map.of(Notes.RETRIED, "yes")))
              .setNull(EFFECT.REASON)
              .where(EFFECT.STREAM.eq(stream))
              .and(PARKED)
              .execute();
      if (here > 0) {
        sql.update(EFFECT_STREAM)
            .set(
                EFFECT_STREAM.DUE_AT,
                DSL.field(
                    "least({0}, clock_timestamp())",
                    EFFECT_STREAM.DUE_AT.getDataType(), EFFECT_STREAM.DUE_AT))
            .where(EFFECT_STREAM.ID.eq(stream))
            .execute();
      }
      retried += here;
    }
    return retried;
  }

  private static Field<String> inDoubtOrReady() {
    return DSL.when(
            DSL.condition("jsonb_exists({0}, {1})", EFFECT.RESULT, DSL.inline(Notes.DOUBT)),
            EffectState.UNKNOWN.name())
        .otherwise(EffectState.READY.name());
  }

  /** In the order in which streams are locked. */
  private static List<String> streams(IncidentNumber incident) {
    return Arrays.stream(Effect.Place.values()).map(place -> StreamId.of(incident, place)).toList();
  }
}
