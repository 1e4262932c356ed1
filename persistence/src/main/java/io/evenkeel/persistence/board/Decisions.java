package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.TIMELINE_ENTRY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.evenkeel.incident.Decided;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.IncidentNumber;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;

/** Decisions of the timeline that stand. */
final class Decisions {
  private final DSLContext sql;

  Decisions(DSLContext sql) {
    this.sql = sql;
  }

  List<Decided> of(IncidentNumber incident) {
    var later = TIMELINE_ENTRY.as("later");
    return sql.select(
            TIMELINE_ENTRY.SEQ,
            TIMELINE_ENTRY.TEXT,
            TIMELINE_ENTRY.ACTOR_NAME,
            TIMELINE_ENTRY.OCCURRED_AT)
        .from(TIMELINE_ENTRY)
        .where(TIMELINE_ENTRY.INCIDENT.eq(incident))
        // Spelled out in the statement: only so does Postgres use the index on decisions.
        .and(TIMELINE_ENTRY.KIND.eq(inline(EntryKind.DECISION, TIMELINE_ENTRY.KIND)))
        .and(TIMELINE_ENTRY.TEXT.isNotNull())
        .and(
            notExists(
                selectOne()
                    .from(later)
                    .where(later.INCIDENT.eq(incident))
                    .and(later.SUPERSEDES.eq(TIMELINE_ENTRY.SEQ))))
        .orderBy(TIMELINE_ENTRY.SEQ)
        .fetch(row ->
            new Decided(
                row.value1(), Objects.requireNonNull(row.value2()), row.value3(), row.value4()));
  }
}
