package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.RATE_GATE;

import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Written;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Slack's limits, kept by all replicas together. Each key holds the moment at which the next call
 * is due if calls came evenly (GCRA, as in ATM Forum TM 4.0); a call may come early by its burst.
 */
public final class RateGate {
  private static final String TAKE =
      """
      update rate_gate
      set next_at = greatest(next_at, clock_timestamp()) + ? * interval '1 microsecond'
      where key = ? and next_at <= clock_timestamp() + ? * interval '1 microsecond'
        and (? or not exists (
          select from effect_stream where waits_for = ? and turn_at > clock_timestamp()))\
      """;

  private final Transaction tx;
  private final DSLContext sql;

  public RateGate(Transaction tx) {
    this.tx = tx;
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * Takes all of the slots or none.
   *
   * @return zero when they were taken; else how long until they may be free
   */
  public Duration take(List<Slot> slots) {
    Duration wait = lock(slots);
    if (wait.isZero()) {
      use(slots);
    }
    return wait;
  }

  /** Keeps others from the slots until the transaction ends; how long until they may be free. */
  Duration lock(List<Slot> slots) {
    var inOrder = slots.stream().sorted(Comparator.comparing(Slot::key)).toList();
    Duration wait = Duration.ZERO;
    for (Slot slot : inOrder) {
      Duration here = lock(slot.key()).minus(early(slot));
      wait = here.compareTo(wait) > 0 ? here : wait;
    }
    return wait;
  }

  void use(List<Slot> slots) {
    slots.forEach(slot -> pushOn(slot.key(), slot.interval()));
  }

  /**
   * Takes a slot that is free, in one statement, unless streams wait for it whose turn is to come.
   *
   * @param ahead true when they have to wait for us
   */
  boolean takeIfFree(Slot slot, boolean ahead) {
    return new Written(tx, TAKE)
            .micros(slot.interval())
            .text(slot.key())
            .micros(early(slot))
            .truth(ahead)
            .text(slot.key())
            .run()
        == 1;
  }

  private static Duration early(Slot slot) {
    return slot.interval().multipliedBy(slot.burst() - 1L);
  }

  /** Slack said when it will listen again: no call of that key before. */
  public void hold(Slot slot, Duration retryAfter) {
    lock(slot.key());
    sql.update(RATE_GATE)
        .set(
            RATE_GATE.NEXT_AT,
            DSL.greatest(
                RATE_GATE.NEXT_AT,
                DatabaseClock.in(retryAfter.plus(early(slot)), RATE_GATE.NEXT_AT)))
        .where(RATE_GATE.KEY.eq(slot.key()))
        .execute();
  }

  private Duration lock(String key) {
    return sql.insertInto(RATE_GATE)
        .set(RATE_GATE.KEY, key)
        .set(RATE_GATE.NEXT_AT, DatabaseClock.longAgo(RATE_GATE.NEXT_AT))
        .onConflict(RATE_GATE.KEY)
        .doUpdate()
        .set(RATE_GATE.NEXT_AT, RATE_GATE.NEXT_AT)
        .returningResult(DatabaseClock.microsUntil(RATE_GATE.NEXT_AT))
        .fetchSingle(row -> DatabaseClock.micros(row.value1()));
  }

  private void pushOn(String key, Duration interval) {
    sql.update(RATE_GATE)
        .set(
            RATE_GATE.NEXT_AT,
            DSL.field(
                "greatest({0}, clock_timestamp()) + {1} * interval '1 microsecond'",
                RATE_GATE.NEXT_AT.getDataType(),
                RATE_GATE.NEXT_AT,
                DSL.val(interval.toNanos() / 1000)))
        .where(RATE_GATE.KEY.eq(key))
        .execute();
  }
}
