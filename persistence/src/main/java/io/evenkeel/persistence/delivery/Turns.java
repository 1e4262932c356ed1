package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT_STREAM;

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
  private final Lease lease;

  Turns(DSLContext sql, Lease lease) {
    this.sql = sql;
    this.lease = lease;
  }

  /** Takes all slots, or gives the stream back until its turn and returns false. */
  boolean take(List<Slot> slots) {
    Slot scarcest = slots.stream().max(Comparator.comparing(Slot::interval)).orElseThrow();
    Duration mine = turn(scarcest.key());
    if (mine != null && mine.isPositive()) {
      // A command has woken the stream early: it keeps its place.
      rest(scarcest.key(), mine);
      return false;
    }
    var gate = new RateGate(sql);
    Duration wait = gate.lock(slots);
    Duration others = mine == null ? last(scarcest.key()) : Duration.ZERO;
    if (wait.isZero() && others.isZero()) {
      gate.use(slots);
      if (mine != null) {
        leave();
      }
      return true;
    }
    rest(scarcest.key(), mine == null ? behind(others, wait, scarcest) : again(wait, scarcest));
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

  /** How long until this stream's turn; zero when it has come, null when it does not wait. */
  private @Nullable Duration turn(String key) {
    return sql.select(DatabaseClock.microsUntil(EFFECT_STREAM.TURN_AT))
        .from(EFFECT_STREAM)
        .where(EFFECT_STREAM.ID.eq(lease.stream()))
        .and(EFFECT_STREAM.WAITS_FOR.eq(key))
        .fetchOne(row -> DatabaseClock.micros(row.value1()));
  }

  /** How long until the turn of the last one that waits; zero when none does. */
  private Duration last(String key) {
    return sql.select(
            DSL.coalesce(DSL.max(DatabaseClock.microsUntil(EFFECT_STREAM.TURN_AT)), DSL.val(0L)))
        .from(EFFECT_STREAM)
        .where(EFFECT_STREAM.WAITS_FOR.eq(key))
        .fetchSingle(row -> DatabaseClock.micros(row.value1()));
  }

  private void leave() {
    sql.update(EFFECT_STREAM)
        .setNull(EFFECT_STREAM.WAITS_FOR)
        .setNull(EFFECT_STREAM.TURN_AT)
        .where(EFFECT_STREAM.ID.eq(lease.stream()))
        .execute();
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
