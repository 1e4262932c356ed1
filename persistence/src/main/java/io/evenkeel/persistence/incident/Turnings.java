package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.TIMELINE_ENTRY;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** When an incident took another turn, and when somebody last said something. */
public final class Turnings {
  private final DSLContext sql;

  public Turnings(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * @param turned another severity, or reopened
   * @param status another status
   * @param lastWord recorded by a person; null when only Evenkeel has said something
   */
  public record Turned(
      @Nullable Instant turned, @Nullable Instant status, @Nullable Instant lastWord) {}

  public Turned of(IncidentNumber incident) {
    Field<Instant> word =
        field(
            select(TIMELINE_ENTRY.RECORDED_AT)
                .from(TIMELINE_ENTRY)
                .where(TIMELINE_ENTRY.INCIDENT.eq(incident))
                .and(TIMELINE_ENTRY.ACTOR.ne(inline("evenkeel")))
                .orderBy(TIMELINE_ENTRY.SEQ.desc())
                .limit(1));
    return sql.select(
            latest(incident, EntryKind.SEVERITY, EntryKind.REOPENED),
            latest(incident, EntryKind.STATUS, EntryKind.MITIGATED),
            word)
        .fetchSingle(row -> new Turned(row.value1(), row.value2(), row.value3()));
  }

  private static Field<Instant> latest(IncidentNumber incident, EntryKind one, EntryKind other) {
    return field(
        select(max(TIMELINE_ENTRY.RECORDED_AT))
            .from(TIMELINE_ENTRY)
            .where(TIMELINE_ENTRY.INCIDENT.eq(incident))
            // Spelled out: only so does Postgres use the index on turnings.
            .and(
                TIMELINE_ENTRY
                    .KIND
                    .eq(inline(one, TIMELINE_ENTRY.KIND))
                    .or(TIMELINE_ENTRY.KIND.eq(inline(other, TIMELINE_ENTRY.KIND)))));
  }
}
