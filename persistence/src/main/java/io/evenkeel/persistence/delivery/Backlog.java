package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;

import io.evenkeel.persistence.Transaction;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How much waits to be done in Slack, of all incidents together.
 *
 * @param pending to be done or under way
 * @param unknown asked for, and not known whether it was done
 * @param parked refused for good: waits for a person
 * @param oldest when the oldest of those pending or unknown was recorded, by the clock of the bot
 *     that recorded it; null when there is none
 */
public record Backlog(long pending, long unknown, long parked, @Nullable Instant oldest) {

  /**
   * Reads it through two partial indexes: the cost grows with what waits, not with what is done.
   */
  public static Backlog read(Transaction tx) {
    DSLContext sql = tx.unwrap(DSLContext.class);
    Condition isUnknown = EFFECT.STATE.eq(EffectState.UNKNOWN.name());
    var open =
        sql.select(
                count().filterWhere(isUnknown.not()),
                count().filterWhere(isUnknown),
                min(EFFECT.RECORDED_AT))
            .from(EFFECT)
            .where("state in ('READY', 'SENDING', 'UNKNOWN')")
            .fetchSingle();
    long parked = sql.fetchCount(EFFECT, condition("state = 'PARKED'"));
    return new Backlog(open.value1(), open.value2(), parked, open.value3());
  }
}
