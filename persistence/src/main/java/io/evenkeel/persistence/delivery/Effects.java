package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;
import static io.evenkeel.persistence.generated.Tables.EFFECT_STREAM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Appends what a command has decided to the streams of its incident. */
public final class Effects {
  private final DSLContext sql;

  public Effects(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * Appends the effects in order, each with a key of its own, and makes the streams due. The
   * announcement's stream becomes due once the incident's channel is recorded, so that the
   * announcement can link to it, or once making the channel was given up.
   *
   * <p>Locks the streams until the transaction ends, so that no relay finds a stream empty while a
   * command is adding to it. Call it last in the transaction.
   *
   * @param now when it was decided, UTC; the streams' due times use the database's clock
   */
  public void enqueue(IncidentNumber incident, List<Effect> effects, Instant now) {
    for (Effect.Place place : Effect.Place.values()) {
      var here = effects.stream().filter(effect -> effect.place() == place).toList();
      if (!here.isEmpty()) {
        String stream = StreamId.of(incident, place);
        lock(stream, incident, place);
        append(stream, here, now);
      }
    }
  }

  /** An edit for a change that no command has made, such as a channel that was made late. */
  public void refresh(IncidentNumber incident, Effect edit) {
    var latest =
        sql.select(EFFECT.RECORDED_AT)
            .from(EFFECT)
            .where(EFFECT.STREAM.eq(StreamId.of(incident, Effect.Place.CHANNEL)))
            .orderBy(EFFECT.SEQ.desc())
            .limit(1)
            .fetchOptional(EFFECT.RECORDED_AT);
    latest.ifPresent(at -> enqueue(incident, List.of(edit), at));
  }

  private void lock(String stream, IncidentNumber incident, Effect.Place place) {
    boolean waits = place == Effect.Place.ANNOUNCE;
    sql.insertInto(EFFECT_STREAM)
        .set(EFFECT_STREAM.ID, stream)
        .set(EFFECT_STREAM.INCIDENT, incident)
        .set(EFFECT_STREAM.URGENT, place == Effect.Place.CHANNEL)
        .set(
            EFFECT_STREAM.DUE_AT,
            waits
                ? DatabaseClock.never(EFFECT_STREAM.DUE_AT)
                : DatabaseClock.now(EFFECT_STREAM.DUE_AT))
        .onConflict(EFFECT_STREAM.ID)
        .doUpdate()
        .set(
            EFFECT_STREAM.DUE_AT,
            field(
                "least({0}, excluded.due_at)",
                EFFECT_STREAM.DUE_AT.getDataType(), EFFECT_STREAM.DUE_AT))
        .execute();
    if (waits) {
      // A statement of its own: it must see the channel that was recorded while we waited for the
      // lock.
      Announcements.makeDue(sql, incident);
    }
  }

  private void append(String stream, List<Effect> effects, Instant now) {
    int seq =
        sql.select(coalesce(max(EFFECT.SEQ), 0))
            .from(EFFECT)
            .where(EFFECT.STREAM.eq(stream))
            .fetchSingle()
            .value1();
    Map<Effect.Kind, Integer> seqs = new HashMap<>();
    var insert =
        sql.insertInto(
            EFFECT,
            EFFECT.STREAM,
            EFFECT.SEQ,
            EFFECT.KIND,
            EFFECT.VERSION,
            EFFECT.KEY,
            EFFECT.PAYLOAD,
            EFFECT.STATE,
            EFFECT.DEPENDS_ON,
            EFFECT.RECORDED_AT);
    for (Effect effect : effects) {
      seq++;
      insert =
          insert.values(
              DSL.val(stream),
              DSL.val(seq),
              DSL.val(effect.kind().word()),
              DSL.val(EffectJson.VERSION),
              DSL.val(UUID.randomUUID().toString()),
              DSL.val(JSONB.valueOf(EffectJson.payload(effect))),
              DSL.val(EffectState.READY.name()),
              DSL.val(dependsOn(stream, effect, seqs), Integer.class),
              DSL.val(now, EFFECT.RECORDED_AT));
      seqs.putIfAbsent(effect.kind(), seq);
    }
    insert.execute();
  }

  /**
   * What others depend on comes once per stream and early, so the first of its kind is found fast.
   */
  private @Nullable Integer dependsOn(
      String stream, Effect effect, Map<Effect.Kind, Integer> seqs) {
    if (effect.dependsOn().isEmpty()) {
      return null;
    }
    Effect.Kind kind = effect.dependsOn().get();
    if (!seqs.containsKey(kind)) {
      sql.fetchOptional(
              select(EFFECT.SEQ)
                  .from(EFFECT)
                  .where(EFFECT.STREAM.eq(stream))
                  .and(EFFECT.KIND.eq(kind.word()))
                  .orderBy(EFFECT.SEQ)
                  .limit(1))
          .ifPresent(row -> seqs.put(kind, row.value1()));
    }
    return seqs.get(kind);
  }
}
