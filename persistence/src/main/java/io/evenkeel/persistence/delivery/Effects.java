package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;
import static io.evenkeel.persistence.generated.Tables.EFFECT_STREAM;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Appends what a command has decided to the streams of its incident. */
public final class Effects {
  /** The stream is there, is due unless it waits for its channel, and is locked. */
  private static final String LOCK =
      """
      insert into effect_stream (id, incident, urgent, due_at)
      values ({0}, {1}, {2}, case when {3} then 'infinity' else clock_timestamp() end)
      on conflict (id) do update set due_at = least(effect_stream.due_at, excluded.due_at)\
      """;

  /**
   * Each goes on where its stream ends. What others depend on comes once per stream and early, so
   * the first of its kind is found fast.
   */
  private static final String APPEND =
      """
      insert into effect
        (stream, seq, kind, version, key, payload, state, depends_on, recorded_at)
      select added.stream, behind.seq + added.place, added.kind, {0}, added.key,
        added.payload::jsonb, {1},
        coalesce(
          behind.seq + added.cause_here,
          (select seq from effect where stream = added.stream and kind = added.cause
            order by seq limit 1)),
        {2}
      from unnest({3}, {4}, {5}, {6}, {7}, {8}, {9})
        as added (stream, place, kind, key, payload, cause, cause_here),
        lateral (select coalesce(max(seq), 0) as seq from effect where stream = added.stream)
        as behind\
      """;

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
    if (effects.isEmpty()) {
      return;
    }
    var places = EnumSet.noneOf(Effect.Place.class);
    effects.forEach(effect -> places.add(effect.place()));
    lock(incident, places);
    append(incident, effects, now);
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

  private void lock(IncidentNumber incident, Set<Effect.Place> places) {
    for (Effect.Place place : places) {
      sql.execute(
          LOCK,
          DSL.val(StreamId.of(incident, place)),
          DSL.val(incident, EFFECT_STREAM.INCIDENT),
          DSL.val(place == Effect.Place.CHANNEL),
          DSL.val(place == Effect.Place.ANNOUNCE));
    }
    if (places.contains(Effect.Place.ANNOUNCE)) {
      // A statement of its own: it must see the channel that was recorded while we waited for the
      // lock.
      Announcements.makeDue(sql, incident);
    }
  }

  /** One statement for all of them; the streams are locked, so what it reads stays so. */
  private void append(IncidentNumber incident, List<Effect> effects, Instant now) {
    int size = effects.size();
    var streams = new String[size];
    var places = new Integer[size];
    var kinds = new String[size];
    var keys = new String[size];
    var payloads = new String[size];
    var causes = new String[size];
    var causesHere = new @Nullable Integer[size];
    Map<String, Integer> lengths = new HashMap<>();
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < size; i++) {
      Effect effect = effects.get(i);
      streams[i] = StreamId.of(incident, effect.place());
      places[i] = lengths.merge(streams[i], 1, Integer::sum);
      kinds[i] = effect.kind().word();
      keys[i] = UUID.randomUUID().toString();
      payloads[i] = EffectJson.payload(effect);
      causes[i] = effect.dependsOn().map(Effect.Kind::word).orElse("");
      causesHere[i] = first.get(streams[i] + " " + causes[i]);
      first.putIfAbsent(streams[i] + " " + kinds[i], places[i]);
    }
    sql.execute(
        APPEND,
        DSL.val(EffectJson.VERSION),
        DSL.val(EffectState.READY.name()),
        DSL.val(now, EFFECT.RECORDED_AT),
        DSL.val(streams),
        DSL.val(places),
        DSL.val(kinds),
        DSL.val(keys),
        DSL.val(payloads),
        DSL.val(causes),
        DSL.val(causesHere));
  }
}
