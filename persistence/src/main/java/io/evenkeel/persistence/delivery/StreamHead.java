package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;

import io.evenkeel.incident.Effect;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Finds whose turn it is in a stream that is locked. */
final class StreamHead {
  /** Each of these writes the whole newest state, so that only the last one matters. */
  static final List<String> EDITS =
      List.of(
          Effect.Kind.REFRESH_CARD.word(),
          Effect.Kind.REFRESH_ANNOUNCEMENT.word(),
          Effect.Kind.SET_TOPIC.word());

  private final DSLContext sql;
  private final Lease lease;

  StreamHead(DSLContext sql, Lease lease) {
    this.sql = sql;
    this.lease = lease;
  }

  Next find() {
    List<QueueRow> rows = QueueRow.notSettled(sql, lease.stream());
    Map<Integer, QueueRow> parked = new HashMap<>();
    Duration later = null;
    for (int i = 0; i < rows.size(); i++) {
      QueueRow row = rows.get(i);
      if (row.state() == EffectState.PARKED) {
        parked.put(row.seq(), row);
        continue;
      }
      QueueRow cause = row.dependsOn() == null ? null : parked.get(row.dependsOn());
      if (cause != null && row.state() == EffectState.READY) {
        settle(row, EffectState.PARKED, Parked.waitsFor(cause.kind()));
        parked.put(row.seq(), row);
        continue;
      }
      if (row.onceMore()) {
        later = sooner(later, row.dueIn());
        continue;
      }
      if (superseded(row, rows.subList(i + 1, rows.size()))) {
        settle(row, EffectState.SUPERSEDED, null);
        continue;
      }
      if (row.state() == EffectState.SENDING) {
        // Whoever sent it has lost the lease without a word.
        doubt(row);
        return new Next.Work(row.inDoubt());
      }
      return row.dueIn().isZero()
          ? new Next.Work(row.effect())
          : new Next.Rest(sooner(later, row.dueIn()));
    }
    return new Next.Rest(later);
  }

  private static boolean superseded(QueueRow row, List<QueueRow> behind) {
    return row.state() == EffectState.READY
        && EDITS.contains(row.kind())
        && behind.stream()
            .anyMatch(other ->
                other.kind().equals(row.kind())
                    && other.state() == EffectState.READY
                    && !other.onceMore());
  }

  private static Duration sooner(@Nullable Duration one, Duration other) {
    return one == null || other.compareTo(one) < 0 ? other : one;
  }

  private void settle(QueueRow row, EffectState state, @Nullable String reason) {
    sql.update(EFFECT)
        .set(EFFECT.STATE, state.name())
        .set(EFFECT.REASON, reason)
        .where(EFFECT.STREAM.eq(lease.stream()))
        .and(EFFECT.SEQ.eq(row.seq()))
        .execute();
  }

  private void doubt(QueueRow row) {
    new StreamRecord(sql, lease, row.effect())
        .unknown(Duration.ZERO, "the lease ran out during the call");
  }
}
