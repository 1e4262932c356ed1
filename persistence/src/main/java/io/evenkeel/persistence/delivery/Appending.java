package io.evenkeel.persistence.delivery;

import io.evenkeel.incident.Effect;
import io.evenkeel.persistence.Trace;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes effects behind those that their streams have, which are locked, in one statement. */
record Appending(Transaction tx) {
  /**
   * Each goes on where its stream ends. What others depend on comes once per stream and early, so
   * the first of its kind is found fast; for what depends on nothing the stream is not searched.
   * Nobody is looked for to be told where nobody subscribed to anything that might concern it.
   */
  private static final String APPEND =
      """
      insert into effect
        (stream, seq, kind, version, key, payload, state, depends_on, recorded_at, trace)
      select added.stream, behind.seq + added.place, added.kind, ?, added.key,
        added.payload::jsonb, ?,
        coalesce(
          behind.seq + added.cause_here,
          case when added.cause <> '' then
            (select seq from effect where stream = added.stream and kind = added.cause
              order by seq limit 1) end),
        ?, ?
      from unnest(?::text[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[])
        as added (stream, place, kind, key, payload, cause, cause_here),
        lateral (select coalesce(max(seq), 0) as seq from effect where stream = added.stream)
        as behind
      where added.kind <> ?
        or exists (select from subscription where kind <> 'incident' or topic = ?)\
      """;

  /**
   * @param topic of those who subscribed to the incident itself
   */
  void append(
      Function<Effect, String> streamOf,
      List<? extends Effect> effects,
      String topic,
      Instant now) {
    var streams = new ArrayList<String>();
    var places = new ArrayList<Integer>();
    var kinds = new ArrayList<String>();
    var keys = new ArrayList<String>();
    var payloads = new ArrayList<String>();
    var causes = new ArrayList<String>();
    var causesHere = new ArrayList<@Nullable Integer>();
    Map<String, Integer> lengths = new HashMap<>();
    Map<String, Integer> first = new HashMap<>();
    for (Effect effect : effects) {
      String stream = streamOf.apply(effect);
      int place = lengths.merge(stream, 1, Integer::sum);
      String kind = effect.kind().word();
      String cause = effect.dependsOn().map(Effect.Kind::word).orElse("");
      streams.add(stream);
      places.add(place);
      kinds.add(kind);
      keys.add(UUID.randomUUID().toString());
      payloads.add(EffectJson.payload(effect));
      causes.add(cause);
      causesHere.add(first.get(stream + " " + cause));
      first.putIfAbsent(stream + " " + kind, place);
    }
    new Written(tx, APPEND)
        .number(EffectJson.VERSION)
        .text(EffectState.READY.name())
        .time(now)
        .text(Trace.current())
        .texts(streams)
        .numbers(places)
        .texts(kinds)
        .texts(keys)
        .texts(payloads)
        .texts(causes)
        .numbers(causesHere)
        .text(Effect.Kind.INFORM.word())
        .text(topic)
        .run();
  }
}
