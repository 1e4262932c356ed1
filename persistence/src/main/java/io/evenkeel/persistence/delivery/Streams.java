package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT_STREAM;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Written;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The queues as a relay works on them. Every method that takes a {@link Lease} locks the stream
 * first and reads its effects in a later statement, and changes nothing when the lease was taken
 * over by another.
 */
public final class Streams {
  private static final Field<Long> TURN_IN =
      DSL.coalesce(DatabaseClock.microsUntil(EFFECT_STREAM.TURN_AT), DSL.inline(0L));

  /** The lease is renewed with it, and the stream waits for none of Slack's limits any more. */
  private static final String SENDING =
      """
      with renewed as (
        update effect_stream set waits_for = null, turn_at = null,
          lease_until = clock_timestamp() + ? * interval '1 microsecond'
        where id = ?)
      update effect set state = ?, attempts = attempts + 1, last_sent_at = clock_timestamp(),
        first_sent_at = coalesce(first_sent_at, clock_timestamp())
      where stream = ? and seq = ?\
      """;

  /** Put together once, as each relay asks many times a second. */
  private static final String LEASE =
      """
      with due as (
        select id as due_id from effect_stream
        where due_at <= now() and due_at < 'infinity' and lease_until < now()%s
        order by urgent desc, due_at, incident
        limit ?
        for update skip locked)
      update effect_stream set epoch = epoch + 1, owner = ?,
        lease_until = clock_timestamp() + ? * interval '1 microsecond'
      from due where id = due_id
      returning id, incident, epoch\
      """;

  private static final String LEASE_ANY = LEASE.formatted("");
  private static final String LEASE_BESIDE_SLACK =
      LEASE.formatted(
          StreamId.BESIDE_SLACK.stream()
              .map("id like '%%%s'"::formatted)
              .collect(Collectors.joining(" or ", " and (", ")")));

  private final Transaction tx;
  private final DSLContext sql;

  /** Locked by this transaction: it stays so until the end. */
  private @Nullable Held held;

  /**
   * @param waitsFor the limit of Slack's that it waits for; null for none
   * @param turnIn how long until its turn at that
   */
  private record Held(Lease lease, @Nullable String waitsFor, Duration turnIn) {}

  public Streams(Transaction tx) {
    this.tx = tx;
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * Takes streams that are due and that nobody works on: those without a first post first, then the
   * longest due. Safe to call from many relays at once; none waits for another.
   *
   * @param owner says who took them, until they are given back
   * @param length by the database's clock; renewed by {@link #sending}
   */
  public List<Lease> lease(String owner, int atMost, Duration length) {
    return lease(LEASE_ANY, owner, atMost, length);
  }

  /** The same of those alone for which nobody calls Slack: pagers and webhooks. */
  public List<Lease> leaseBesideSlack(String owner, int atMost, Duration length) {
    return lease(LEASE_BESIDE_SLACK, owner, atMost, length);
  }

  private List<Lease> lease(String which, String owner, int atMost, Duration length) {
    return new Written(tx, which)
        .number(atMost)
        .text(owner)
        .micros(length)
        .rows(row -> {
          @Nullable Integer incident = row.getObject(2, Integer.class);
          return new Lease(
              row.getString(1),
              incident == null ? null : new IncidentNumber(incident),
              row.getLong(3));
        });
  }

  /** Gives back what that owner took and may not know of, as the answer never came. */
  public void abandon(String owner) {
    sql.update(EFFECT_STREAM)
        .set(EFFECT_STREAM.LEASE_UNTIL, DatabaseClock.longAgo(EFFECT_STREAM.LEASE_UNTIL))
        .where(EFFECT_STREAM.OWNER.eq(owner))
        .and("lease_until > now()")
        .execute();
  }

  /**
   * The effect whose turn it is. What has become needless is put aside on the way: edits with a
   * newer one behind them, and what depends on a parked one.
   */
  public Next next(Lease lease) {
    return hold(lease) ? new StreamHead(sql, lease).find() : new Next.Lost();
  }

  /**
   * Takes a share of Slack's limits for what is to be done next.
   *
   * @return false when there was none: the stream is given back until its turn is likely to come,
   *     behind those that wait already
   */
  public boolean slots(Lease lease, List<Slot> slots) {
    if (!hold(lease)) {
      return false;
    }
    if (slots.isEmpty()) {
      return true;
    }
    Held here = Objects.requireNonNull(held);
    return new Turns(tx, lease, here.waitsFor(), here.turnIn()).take(slots);
  }

  /** The lease lasts that long from now. */
  public boolean renew(Lease lease, Duration length) {
    if (!hold(lease)) {
      return false;
    }
    renewed(lease, length);
    return true;
  }

  /** Marks it as under way and renews the lease. Commit this before Slack is called. */
  public boolean sending(Lease lease, QueuedEffect effect, Duration length) {
    if (!hold(lease)) {
      return false;
    }
    return new Written(tx, SENDING)
            .micros(length)
            .text(lease.stream())
            .text(EffectState.SENDING.name())
            .text(lease.stream())
            .number(effect.seq())
            .run()
        == 1;
  }

  /** Commits to something before Slack is asked for it, such as the name that will be tried. */
  public boolean note(Lease lease, QueuedEffect effect, Map<String, String> notes) {
    return hold(lease) && new StreamRecord(sql, lease, effect).note(notes);
  }

  /**
   * Slack did it. The things it made are remembered in the same transaction; a channel makes its
   * announcement due.
   */
  public boolean done(Lease lease, QueuedEffect effect, Map<Purpose, SlackObject> made) {
    return hold(lease) && new StreamRecord(sql, lease, effect).done(made);
  }

  /** It surely did not happen: the same again after that time. */
  public boolean again(Lease lease, QueuedEffect effect, Duration in, String why) {
    return hold(lease) && new StreamRecord(sql, lease, effect).state(EffectState.READY, in, why);
  }

  /** It may have happened: looked for, or repeated where that does no harm, after that time. */
  public boolean unknown(Lease lease, QueuedEffect effect, Duration in, String why) {
    return hold(lease) && new StreamRecord(sql, lease, effect).unknown(in, why);
  }

  /** It was refused for good. What depends on it waits with it; the rest goes on. */
  public boolean park(Lease lease, QueuedEffect effect, String reason) {
    return hold(lease) && new StreamRecord(sql, lease, effect).park(reason);
  }

  /**
   * Writes an edit's newest state once more later, as an earlier request could still land. One such
   * repeat of a kind waits at a time, until that time after the last doubt.
   */
  public boolean onceMore(Lease lease, QueuedEffect edit, Duration in) {
    return hold(lease) && new StreamRecord(sql, lease, edit).onceMore(in);
  }

  /** The same when the lease was lost meanwhile: what was sent with it may have landed late. */
  public void onceMoreAnyway(Lease lost, QueuedEffect edit, Duration in) {
    sql.selectOne()
        .from(EFFECT_STREAM)
        .where(EFFECT_STREAM.ID.eq(lost.stream()))
        .forUpdate()
        .fetch();
    new StreamRecord(sql, lost, edit).onceMore(in);
    sql.update(EFFECT_STREAM)
        .set(
            EFFECT_STREAM.DUE_AT,
            DSL.least(EFFECT_STREAM.DUE_AT, DatabaseClock.in(in, EFFECT_STREAM.DUE_AT)))
        .where(EFFECT_STREAM.ID.eq(lost.stream()))
        .execute();
  }

  /**
   * Gives the stream back.
   *
   * @param dueIn when somebody should look at it again; null: when a command adds to it
   */
  public boolean release(Lease lease, @Nullable Duration dueIn) {
    if (!hold(lease)) {
      return false;
    }
    sql.update(EFFECT_STREAM)
        .set(EFFECT_STREAM.LEASE_UNTIL, DatabaseClock.longAgo(EFFECT_STREAM.LEASE_UNTIL))
        .set(
            EFFECT_STREAM.DUE_AT,
            dueIn == null
                ? DatabaseClock.never(EFFECT_STREAM.DUE_AT)
                : DatabaseClock.in(dueIn, EFFECT_STREAM.DUE_AT))
        .setNull(EFFECT_STREAM.WAITS_FOR)
        .setNull(EFFECT_STREAM.TURN_AT)
        .where(EFFECT_STREAM.ID.eq(lease.stream()))
        .execute();
    return true;
  }

  private boolean hold(Lease lease) {
    if (held != null && lease.equals(held.lease())) {
      return true;
    }
    held =
        sql.select(EFFECT_STREAM.WAITS_FOR, TURN_IN)
            .from(EFFECT_STREAM)
            .where(EFFECT_STREAM.ID.eq(lease.stream()))
            .and(EFFECT_STREAM.EPOCH.eq(lease.epoch()))
            .forUpdate()
            .fetchOptional(row -> new Held(lease, row.value1(), DatabaseClock.micros(row.value2())))
            .orElse(null);
    return held != null;
  }

  private void renewed(Lease lease, Duration length) {
    sql.update(EFFECT_STREAM)
        .set(EFFECT_STREAM.LEASE_UNTIL, DatabaseClock.in(length, EFFECT_STREAM.LEASE_UNTIL))
        .where(EFFECT_STREAM.ID.eq(lease.stream()))
        .execute();
  }
}
