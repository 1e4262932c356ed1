package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What of a stream may have been posted more than once. */
final class Doubts {
  private static final Field<String> NOTES = DSL.field("{0}::text", String.class, EFFECT.RESULT);

  private final DSLContext sql;
  private final SlackObjects objects;

  Doubts(DSLContext sql) {
    this.sql = sql;
    objects = new SlackObjects(sql);
  }

  /** When the first of it may have been posted that still matters. */
  Instant since(String stream, Instant doubt, Duration reach) {
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
  List<Doubtful> of(String stream, @Nullable IncidentNumber incident) {
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
