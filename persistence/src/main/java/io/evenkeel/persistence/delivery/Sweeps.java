package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;
import static io.evenkeel.persistence.generated.Tables.EFFECT_STREAM;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which streams may have copies in Slack, and when each is looked through again. */
public final class Sweeps {
  private static final Field<String> NOTES = DSL.field("{0}::text", String.class, EFFECT.RESULT);

  private final DSLContext sql;
  private final SlackObjects objects;

  public Sweeps(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
    objects = new SlackObjects(sql);
  }

  /**
   * From now on a copy may appear in what the stream has posted. Needs no lease: whoever lost it
   * may be the one that made the copy.
   *
   * @param firstPass until the stream is looked through
   */
  public void doubt(String stream, Duration firstPass) {
    sql.update(EFFECT_STREAM)
        .set(EFFECT_STREAM.DOUBT_AT, DatabaseClock.now(EFFECT_STREAM.DOUBT_AT))
        .set(
            EFFECT_STREAM.SWEEP_AT,
            DSL.least(EFFECT_STREAM.SWEEP_AT, DatabaseClock.in(firstPass, EFFECT_STREAM.SWEEP_AT)))
        .where(EFFECT_STREAM.ID.eq(stream))
        .execute();
  }

  /**
   * Takes a stream whose pass is due; nobody else takes it for a while, and a pass that never ends
   * is made again after it. None waits for another.
   *
   * @param reach so long ago may a doubt be that still matters
   */
  public Optional<Sweep> take(Duration aWhile, Duration reach) {
    var due =
        DSL.name("due")
            .as(
                DSL.select(EFFECT_STREAM.ID.as("due_id"))
                    .from(EFFECT_STREAM)
                    .where("sweep_at <= now()")
                    .orderBy(EFFECT_STREAM.SWEEP_AT)
                    .limit(1)
                    .forUpdate()
                    .skipLocked());
    return sql.with(due)
        .update(EFFECT_STREAM)
        .set(EFFECT_STREAM.SWEEP_AT, DatabaseClock.in(aWhile, EFFECT_STREAM.SWEEP_AT))
        .from(due)
        .where(EFFECT_STREAM.ID.eq(due.field("due_id", String.class)))
        .returning(EFFECT_STREAM.ID, EFFECT_STREAM.INCIDENT, EFFECT_STREAM.DOUBT_AT)
        .fetchOptional()
        .map(row ->
            new Sweep(
                row.get(EFFECT_STREAM.ID),
                since(row.get(EFFECT_STREAM.ID), row.get(EFFECT_STREAM.DOUBT_AT), reach),
                doubtful(row.get(EFFECT_STREAM.ID), row.get(EFFECT_STREAM.INCIDENT))));
  }

  /**
   * The pass is over.
   *
   * @param next until the one after it
   * @param enough so long after the last doubt there is none
   */
  public void passed(String stream, Duration next, Duration enough) {
    sql.update(EFFECT_STREAM)
        .set(
            EFFECT_STREAM.SWEEP_AT,
            DSL.when(
                    EFFECT_STREAM.DOUBT_AT.lt(
                        DatabaseClock.in(enough.negated(), EFFECT_STREAM.DOUBT_AT)),
                    DSL.inline((Instant) null, EFFECT_STREAM.SWEEP_AT))
                .otherwise(DatabaseClock.in(next, EFFECT_STREAM.SWEEP_AT)))
        .where(EFFECT_STREAM.ID.eq(stream))
        .execute();
  }

  /** The pass failed and is made again after that time, however long ago the doubt was. */
  public void failed(String stream, Duration in) {
    sql.update(EFFECT_STREAM)
        .set(EFFECT_STREAM.SWEEP_AT, DatabaseClock.in(in, EFFECT_STREAM.SWEEP_AT))
        .where(EFFECT_STREAM.ID.eq(stream))
        .execute();
  }

  private Instant since(String stream, Instant doubt, Duration reach) {
    Instant first =
        sql.select(DSL.min(EFFECT.FIRST_SENT_AT))
            .from(EFFECT)
            .where(EFFECT.STREAM.eq(stream))
            .and(inDoubt())
            .and(EFFECT.LAST_SENT_AT.gt(doubt.minus(reach)))
            .fetchSingle()
            .value1();
    return first == null || doubt.isBefore(first) ? doubt : first;
  }

  /** What belongs to no incident is not remembered: its copies cannot be told apart. */
  private List<Doubtful> doubtful(String stream, @Nullable IncidentNumber incident) {
    if (incident == null) {
      return List.of();
    }
    return sql
        .select(EFFECT.SEQ, EFFECT.KIND, EFFECT.KEY, NOTES)
        .from(EFFECT)
        .where(EFFECT.STREAM.eq(stream))
        .and(EFFECT.STATE.eq(EffectState.DONE.name()))
        .and(inDoubt())
        .orderBy(EFFECT.SEQ)
        .fetch()
        .stream()
        .flatMap(row -> doubtful(incident, row))
        .toList();
  }

  private Stream<Doubtful> doubtful(IncidentNumber incident, Record row) {
    String kind = row.get(EFFECT.KIND);
    String key = row.get(EFFECT.KEY);
    return objects.find(incident, Purpose.of(kind, key)).stream()
        .map(kept ->
            new Doubtful(
                row.get(EFFECT.SEQ),
                kind,
                key,
                kept,
                thread(incident, kind),
                Notes.read(row.get(NOTES))));
  }

  private @Nullable String thread(IncidentNumber incident, String kind) {
    if (kind.equals(Effect.Kind.THREAD_ENTRIES.word())) {
      return objects.find(incident, Purpose.CARD).map(SlackObject::id).orElse(null);
    }
    if (kind.equals(Effect.Kind.REPLY_TO_ANNOUNCEMENT.word())) {
      return objects.find(incident, Purpose.ANNOUNCEMENT).map(SlackObject::id).orElse(null);
    }
    return null;
  }

  private static Condition inDoubt() {
    return DSL.condition("{0} ->> {1} is not null", EFFECT.RESULT, DSL.inline(Notes.DOUBT));
  }
}
