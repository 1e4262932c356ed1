package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;

import io.evenkeel.incident.Effect;
import java.time.Duration;
import java.util.ArrayList;
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
          Effect.Kind.SET_TOPIC.word(),
          Effect.Kind.REFRESH_ALERTS.word());

  /** Mostly the first row or two decide. */
  private static final int PAGE = 20;

  private final DSLContext sql;
  private final Lease lease;

  StreamHead(DSLContext sql, Lease lease) {
    this.sql = sql;
    this.lease = lease;
  }

  Next find() {
    var queue = new Queue();
    Map<Integer, String> parked = new HashMap<>();
    Duration later = null;
    for (QueueRow row = queue.next(); row != null; row = queue.next()) {
      String cause =
          row.parkedCause() != null || row.dependsOn() == null
              ? row.parkedCause()
              : parked.get(row.dependsOn());
      if (cause != null && row.state() == EffectState.READY) {
        settle(row, EffectState.PARKED, ParkedRow.waitsFor(cause));
        parked.put(row.seq(), row.kind());
        continue;
      }
      if (row.onceMore()) {
        later = sooner(later, row.dueIn());
        continue;
      }
      if (queue.superseded(row)) {
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

  /** Reads on only as far as somebody asks. */
  private final class Queue {
    private final List<QueueRow> read = new ArrayList<>();
    private int position;
    private boolean whole;

    @Nullable QueueRow next() {
      if (position == read.size() && !readOn()) {
        return null;
      }
      return read.get(position++);
    }

    boolean superseded(QueueRow row) {
      if (row.state() != EffectState.READY || !EDITS.contains(row.kind())) {
        return false;
      }
      int from = position;
      do {
        for (; from < read.size(); from++) {
          if (row.isOutdoneBy(read.get(from))) {
            return true;
          }
        }
      } while (readOn());
      return false;
    }

    /** False at the end of the stream. */
    private boolean readOn() {
      if (whole) {
        return false;
      }
      int after = read.isEmpty() ? 0 : read.getLast().seq();
      List<QueueRow> page = QueueRow.open(sql, lease.stream(), after, PAGE);
      read.addAll(page);
      whole = page.size() < PAGE;
      return !page.isEmpty();
    }
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
