package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;

/** An edit that is written once more later, as an earlier request could still land. */
record Repeat(DSLContext sql, String stream, int seq) {
  /** A copy of this edit at the end of the stream, due later, or the one that waits put off. */
  boolean in(Duration in) {
    return putOff(in) || copy(in);
  }

  private boolean putOff(Duration in) {
    var original = EFFECT.as("original");
    return sql.update(EFFECT)
            .set(EFFECT.DUE_AT, DatabaseClock.in(in, EFFECT.DUE_AT))
            .where(EFFECT.STREAM.eq(stream))
            .and(EFFECT.STATE.eq(EffectState.READY.name()))
            .and(
                DSL.condition(
                    "{0} ->> {1} is not null", EFFECT.RESULT, DSL.inline(Notes.ONCE_MORE)))
            .and(
                EFFECT.KIND.eq(
                    select(original.KIND)
                        .from(original)
                        .where(original.STREAM.eq(stream))
                        .and(original.SEQ.eq(seq))))
            .execute()
        > 0;
  }

  private boolean copy(Duration in) {
    Field<Integer> last =
        DSL.field(select(max(EFFECT.SEQ)).from(EFFECT).where(EFFECT.STREAM.eq(stream)));
    return sql.insertInto(
                EFFECT,
                EFFECT.STREAM,
                EFFECT.SEQ,
                EFFECT.KIND,
                EFFECT.VERSION,
                EFFECT.KEY,
                EFFECT.PAYLOAD,
                EFFECT.STATE,
                EFFECT.DEPENDS_ON,
                EFFECT.DUE_AT,
                EFFECT.RECORDED_AT,
                EFFECT.RESULT)
            .select(
                select(
                        EFFECT.STREAM,
                        last.plus(1),
                        EFFECT.KIND,
                        EFFECT.VERSION,
                        DSL.val(UUID.randomUUID().toString()),
                        EFFECT.PAYLOAD,
                        DSL.val(EffectState.READY.name()),
                        EFFECT.DEPENDS_ON,
                        DatabaseClock.in(in, EFFECT.DUE_AT),
                        EFFECT.RECORDED_AT,
                        DSL.val(JSONB.valueOf(Notes.write(Map.of(Notes.ONCE_MORE, "yes")))))
                    .from(EFFECT)
                    .where(EFFECT.STREAM.eq(stream))
                    .and(EFFECT.SEQ.eq(seq)))
            .execute()
        == 1;
  }
}
