package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static io.evenkeel.persistence.generated.Tables.INCIDENT_MERGE;
import static io.evenkeel.persistence.generated.Tables.INCIDENT_MILESTONE;
import static io.evenkeel.persistence.generated.Tables.SLACK_OBJECT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Merging;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Status;
import io.evenkeel.persistence.delivery.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Channels that nobody needs any more. */
final class Archivals {
  private final DSLContext sql;

  Archivals(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * Of closed incidents so long after they were closed, of cancelled ones so long after anything
   * was recorded, of merged ones once the merge cannot be undone any more.
   */
  List<Due> due(Instant now, int most, Duration after) {
    var due = new ArrayList<Due>();
    due.addAll(
        sql.select(INCIDENT.NUMBER, INCIDENT_MILESTONE.AT)
            .from(INCIDENT)
            .join(INCIDENT_MILESTONE)
            .on(INCIDENT_MILESTONE.INCIDENT.eq(INCIDENT.NUMBER))
            .and(INCIDENT_MILESTONE.MILESTONE.eq(Milestone.CLOSED))
            .where(INCIDENT.STATUS.eq(Status.CLOSED))
            .and(INCIDENT_MILESTONE.AT.le(now.minus(after)))
            .and(unarchived())
            .limit(most)
            .fetch(row -> due(row.value1(), row.value2())));
    due.addAll(
        sql.select(INCIDENT.NUMBER, INCIDENT.RECORDED_AT)
            .from(INCIDENT)
            .where(INCIDENT.STATUS.eq(Status.CANCELLED))
            .and(INCIDENT.RECORDED_AT.le(now.minus(after)))
            .and(unarchived())
            .limit(most)
            .fetch(row -> due(row.value1(), row.value2())));
    due.addAll(
        sql.select(INCIDENT_MERGE.SOURCE, INCIDENT_MERGE.MERGED_AT)
            .from(INCIDENT_MERGE)
            .join(INCIDENT)
            .on(INCIDENT.NUMBER.eq(INCIDENT_MERGE.SOURCE))
            .where(INCIDENT_MERGE.UNDONE_AT.isNull())
            .and(INCIDENT_MERGE.MERGED_AT.lt(now.minus(Merging.UNDONE_WITHIN)))
            .and(unarchived())
            .limit(most)
            .fetch(row -> due(row.value1(), row.value2())));
    return due;
  }

  private static Due due(IncidentNumber incident, Instant since) {
    return new Due.OfIncident(
        incident,
        "archive:" + incident,
        Objects.requireNonNull(since),
        new Command.ArchiveChannel());
  }

  /** It has a channel, and nobody has asked for it to be archived. */
  private static Condition unarchived() {
    return there(Purpose.CHANNEL, SLACK_OBJECT.ID.isNotNull())
        .and(not(there(Purpose.ARCHIVED, SLACK_OBJECT.ID.ne(inline("no")))));
  }

  private static Condition there(Purpose purpose, Condition also) {
    Field<String> word = SLACK_OBJECT.PURPOSE;
    return exists(
        selectOne()
            .from(SLACK_OBJECT)
            .where(SLACK_OBJECT.INCIDENT.eq(INCIDENT.NUMBER))
            .and(word.eq(purpose.word()))
            .and(also));
  }
}
