package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;
import static io.evenkeel.persistence.generated.Tables.EFFECT_STREAM;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The effects that wait for a person. */
public final class Parked {
  private static final String WAITS = "Waits for: ";

  private final DSLContext sql;

  public Parked(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  static String waitsFor(String kind) {
    return WAITS + kind;
  }

  /** What is parked of an incident, oldest first, without what only waits for another one. */
  public List<ParkedEffect> of(IncidentNumber incident) {
    return sql.select(EFFECT.KEY, EFFECT.KIND, DSL.coalesce(EFFECT.REASON, ""))
        .from(EFFECT)
        .where(EFFECT.STREAM.in(streams(incident)))
        .and(EFFECT.STATE.eq(EffectState.PARKED.name()))
        .and(EFFECT.REASON.isNull().or(EFFECT.REASON.notLike(WAITS + "%")))
        .orderBy(EFFECT.RECORDED_AT, EFFECT.STREAM, EFFECT.SEQ)
        .fetch(row -> new ParkedEffect(row.value1(), row.value2(), row.value3()));
  }

  /**
   * Tries everything parked of an incident again, in its order. Wake the relay afterwards.
   *
   * @return how many there are
   */
  public int retry(IncidentNumber incident) {
    int retried = 0;
    for (String stream : streams(incident)) {
      sql.selectOne().from(EFFECT_STREAM).where(EFFECT_STREAM.ID.eq(stream)).forUpdate().fetch();
      int here =
          sql.update(EFFECT)
              .set(EFFECT.STATE, EffectState.READY.name())
              .set(EFFECT.DUE_AT, DatabaseClock.now(EFFECT.DUE_AT))
              .setNull(EFFECT.REASON)
              .where(EFFECT.STREAM.eq(stream))
              .and(EFFECT.STATE.eq(EffectState.PARKED.name()))
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

  private static List<String> streams(IncidentNumber incident) {
    return List.of(
        StreamId.of(incident, Effect.Place.CHANNEL), StreamId.of(incident, Effect.Place.ANNOUNCE));
  }
}
