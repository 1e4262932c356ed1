package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;
import static io.evenkeel.persistence.generated.Tables.EFFECT_STREAM;
import static io.evenkeel.persistence.generated.Tables.SLACK_OBJECT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import org.jooq.DSLContext;

/**
 * When an incident is announced: once there is a channel to link to, or once it is known that there
 * will be none for now.
 */
final class Announcements {
  private Announcements() {}

  /** Makes the announcement's stream due if its time has come; nothing happens without a stream. */
  static void makeDue(DSLContext sql, IncidentNumber incident) {
    sql.update(EFFECT_STREAM)
        .set(
            EFFECT_STREAM.DUE_AT,
            field(
                "least({0}, clock_timestamp())",
                EFFECT_STREAM.DUE_AT.getDataType(), EFFECT_STREAM.DUE_AT))
        .where(EFFECT_STREAM.ID.eq(StreamId.of(incident, Effect.Place.ANNOUNCE)))
        .and(
            exists(
                    selectOne()
                        .from(SLACK_OBJECT)
                        .where(SLACK_OBJECT.INCIDENT.eq(incident))
                        .and(SLACK_OBJECT.PURPOSE.eq(Purpose.CHANNEL.word())))
                .or(
                    exists(
                        selectOne()
                            .from(EFFECT)
                            .where(EFFECT.STREAM.eq(StreamId.of(incident, Effect.Place.CHANNEL)))
                            .and(EFFECT.KIND.eq(Effect.Kind.CREATE_CHANNEL.word()))
                            .and(EFFECT.STATE.eq(EffectState.PARKED.name())))))
        .execute();
  }
}
