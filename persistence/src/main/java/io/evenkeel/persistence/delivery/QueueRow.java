package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;
import static org.jooq.impl.DSL.inline;

import io.evenkeel.persistence.generated.tables.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One row of a queue with what decides about its turn.
 *
 * @param parkedCause the kind of what it depends on, while that is parked
 * @param dueIn zero when it is due, by the database's clock
 */
record QueueRow(
    int seq,
    String kind,
    EffectState state,
    @Nullable Integer dependsOn,
    @Nullable String parkedCause,
    Duration dueIn,
    QueuedEffect effect) {

  private static final Field<Long> DUE_IN = DatabaseClock.microsUntil(EFFECT.DUE_AT);
  private static final Field<Long> SINCE_SENT = DatabaseClock.microsSince(EFFECT.LAST_SENT_AT);
  private static final Field<Long> AGE = DatabaseClock.microsSince(EFFECT.RECORDED_AT).as("age");
  private static final Field<Long> SINCE =
      DSL.field(
          "(extract(epoch from least({0}, {1})) * 1000000)::bigint",
          Long.class, EFFECT.FIRST_SENT_AT, EFFECT.RECORDED_AT);
  private static final Field<String> PAYLOAD = DSL.field("{0}::text", String.class, EFFECT.PAYLOAD);
  private static final Field<String> NOTES = DSL.field("{0}::text", String.class, EFFECT.RESULT);

  private static final Effect CAUSE = EFFECT.as("cause");

  private static final Field<String> PARKED_CAUSE =
      DSL.field(
              DSL.select(CAUSE.KIND)
                  .from(CAUSE)
                  .where(CAUSE.STREAM.eq(EFFECT.STREAM))
                  .and(CAUSE.SEQ.eq(EFFECT.DEPENDS_ON))
                  .and(CAUSE.STATE.eq(inline("PARKED"))))
          .as("parked_cause");

  /** Written into the statements as it is: only so does Postgres use the index on them. */
  private static final Condition OPEN =
      EFFECT.STATE.in(inline("READY"), inline("SENDING"), inline("UNKNOWN"));

  /**
   * What is still to be done in the stream, in order.
   *
   * @param after the seq to go on behind
   * @param atMost so many, as a stream may hold an hour's work and its head is what matters
   */
  static List<QueueRow> open(DSLContext sql, String stream, int after, int atMost) {
    return sql.select(
            EFFECT.SEQ,
            EFFECT.KIND,
            EFFECT.VERSION,
            EFFECT.KEY,
            EFFECT.STATE,
            EFFECT.DEPENDS_ON,
            PARKED_CAUSE,
            EFFECT.ATTEMPTS,
            DUE_IN,
            SINCE_SENT,
            SINCE,
            AGE,
            EFFECT.TRACE,
            PAYLOAD,
            NOTES)
        .from(EFFECT)
        .where(EFFECT.STREAM.eq(stream))
        .and(EFFECT.SEQ.gt(after))
        .and(OPEN)
        .orderBy(EFFECT.SEQ)
        .limit(atMost)
        .fetch(QueueRow::of);
  }

  private static QueueRow of(Record row) {
    var state = EffectState.valueOf(row.get(EFFECT.STATE));
    Long sinceSent = row.get(SINCE_SENT);
    return new QueueRow(
        row.get(EFFECT.SEQ),
        row.get(EFFECT.KIND),
        state,
        row.get(EFFECT.DEPENDS_ON),
        row.get(PARKED_CAUSE),
        DatabaseClock.micros(row.get(DUE_IN)),
        new QueuedEffect(
            row.get(EFFECT.SEQ),
            row.get(EFFECT.KEY),
            StoredEffect.read(row.get(EFFECT.KIND), row.get(EFFECT.VERSION), row.get(PAYLOAD)),
            state,
            row.get(EFFECT.ATTEMPTS),
            Instant.EPOCH.plus(DatabaseClock.micros(row.get(SINCE))),
            sinceSent == null ? null : DatabaseClock.micros(Math.max(0, sinceSent)),
            DatabaseClock.micros(Math.max(0, row.get(AGE))),
            row.get(EFFECT.TRACE),
            Notes.read(row.get(NOTES))));
  }

  /** A repeat of an edit that is not due yet: it holds up nothing behind it. */
  boolean onceMore() {
    return effect.notes().containsKey(Notes.ONCE_MORE) && !dueIn.isZero();
  }

  /** Whether this edit needs not be made, as that one will write everything anew. */
  boolean isOutdoneBy(QueueRow other) {
    return other.seq > seq
        && other.kind.equals(kind)
        && other.state == EffectState.READY
        && !other.onceMore();
  }

  QueuedEffect inDoubt() {
    Map<String, String> notes = new HashMap<>(effect.notes());
    notes.put(Notes.DOUBT, "yes");
    return new QueuedEffect(
        effect.seq(),
        effect.key(),
        effect.content(),
        EffectState.UNKNOWN,
        effect.attempts(),
        effect.since(),
        effect.sinceLastSent(),
        effect.age(),
        effect.trace(),
        notes);
  }
}
