package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT_STREAM;

import io.evenkeel.persistence.Transaction;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for which of Slack's limits. Each stream is due again when its turn is likely to come,
 * one interval after the one before it: a hundred that wait for one limit do not all try again with
 * each slot that becomes free, and whoever comes later does not overtake them.
 */
final class Turns {
  private final DSLContext sql;
  private final RateGate gate;
  private final Lease lease;
  private final @Nullable String waitsFor;
  private final Duration turnIn;

  /**
   * @param waitsFor the limit that the stream waits for; null for none
   * @param turnIn how long until its turn at that; zero when it has come
   */
  Turns(Transaction tx, Lease lease, @Nullable String waitsFor, Duration turnIn) {
    sql = tx.unwrap(DSLContext.class);
    gate = new RateGate(tx);
    this.lease = lease;
    this.waitsFor = waitsFor;
    this.turnIn = turnIn;
  }

  /** Takes all slots, or gives the stream back until its turn and returns false. */
  boolean take(List<Slot> slots) {
    Slot scarcest = slots.stream().max(Comparator.comparing(Slot::interval)).orElseThrow();
    boolean waits = scarcest.key().equals(waitsFor);
    if (waits && turnIn.isPositive()) {
      // A command has woken the stream early: it keeps its place.
      rest(scarcest.key(), turnIn);
      return false;
    }
    if (slots.size() == 1 && gate.takeIfFree(scarcest, waits)) {
      return true;
    }
    Duration wait = gate.lock(slots);
    Duration others = waits ? Duration.ZERO : last(scarcest.key());
    if (wait.isZero() && others.isZero()) {
      gate.use(slots);
      return true;
    }
    rest(scarcest.key(), waits ? again(wait, scarcest) : behind(others, wait, scarcest));
    return false;
  }

  private static Duration behind(Duration others, Duration wait, Slot slot) {
    Duration place = others.isZero() ? Duration.ZERO : others.plus(slot.interval());
    return place.compareTo(wait) > 0 ? place : wait;
  }

  /** Its turn had come and the slot was gone, as after a pause that Slack asked for. */
  private static Duration again(Duration wait, Slot slot) {
    return wait.plusNanos(ThreadLocalRandom.current().nextLong(slot.interval().toNanos() / 2 + 1));
  }

  /** How long until the turn of the last one that waits; zero when none does. */
  private Duration last(String key) {
    return sql.select(
            DSL.coalesce(DSL.max(DatabaseClock.microsUntil(EFFECT_STREAM.TURN_AT)), DSL.val(0L)))
        .from(EFFECT_STREAM)
        .where(EFFECT_STREAM.WAITS_FOR.eq(key))
        .fetchSingle(row -> DatabaseClock.micros(row.value1()));
  }

  private void rest(String key, Duration in) {
    sql.update(EFFECT_STREAM)
        .set(EFFECT_STREAM.LEASE_UNTIL, DatabaseClock.longAgo(EFFECT_STREAM.LEASE_UNTIL))
        .set(EFFECT_STREAM.DUE_AT, DatabaseClock.in(in, EFFECT_STREAM.DUE_AT))
        .set(EFFECT_STREAM.WAITS_FOR, key)
        .set(EFFECT_STREAM.TURN_AT, DatabaseClock.in(in, EFFECT_STREAM.TURN_AT))
        .where(EFFECT_STREAM.ID.eq(lease.stream()))
        .execute();
  }
}
