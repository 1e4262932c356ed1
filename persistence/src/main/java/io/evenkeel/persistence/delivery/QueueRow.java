package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One row of a queue with what decides about its turn.
 *
 * @param dueIn zero when it is due, by the database's clock
 */
record QueueRow(
    int seq,
    String kind,
    EffectState state,
    @Nullable Integer dependsOn,
    Duration dueIn,
    QueuedEffect effect) {

  private static final Field<Long> DUE_IN = DatabaseClock.microsUntil(EFFECT.DUE_AT);
  private static final Field<Long> SINCE_SENT = DatabaseClock.microsSince(EFFECT.LAST_SENT_AT);
  private static final Field<Long> SINCE =
      DSL.field(
          "(extract(epoch from least({0}, {1})) * 1000000)::bigint",
          Long.class, EFFECT.FIRST_SENT_AT, EFFECT.RECORDED_AT);
  private static final Field<String> PAYLOAD = DSL.field("{0}::text", String.class, EFFECT.PAYLOAD);
  private static final Field<String> NOTES = DSL.field("{0}::text", String.class, EFFECT.RESULT);

  /** Everything in the stream that is not done or superseded, in order. */
  static List<QueueRow> notSettled(DSLContext sql, String stream) {
    return sql.select(
            EFFECT.SEQ,
            EFFECT.KIND,
            EFFECT.VERSION,
            EFFECT.KEY,
            EFFECT.STATE,
            EFFECT.DEPENDS_ON,
            EFFECT.ATTEMPTS,
            DUE_IN,
            SINCE_SENT,
            SINCE,
            PAYLOAD,
            NOTES)
        .from(EFFECT)
        .where(EFFECT.STREAM.eq(stream))
        .and(EFFECT.STATE.in("READY", "SENDING", "UNKNOWN", "PARKED"))
        .orderBy(EFFECT.SEQ)
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
        DatabaseClock.micros(row.get(DUE_IN)),
        new QueuedEffect(
            row.get(EFFECT.SEQ),
            row.get(EFFECT.KEY),
            EffectJson.read(row.get(EFFECT.KIND), row.get(EFFECT.VERSION), row.get(PAYLOAD)),
            state,
            row.get(EFFECT.ATTEMPTS),
            Instant.EPOCH.plus(DatabaseClock.micros(row.get(SINCE))),
            sinceSent == null ? null : DatabaseClock.micros(Math.max(0, sinceSent)),
            Notes.read(row.get(NOTES))));
  }

  /** A repeat of an edit that is not due yet: it holds up nothing behind it. */
  boolean onceMore() {
    return effect.notes().containsKey(Notes.ONCE_MORE) && !dueIn.isZero();
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
        notes);
  }
}
