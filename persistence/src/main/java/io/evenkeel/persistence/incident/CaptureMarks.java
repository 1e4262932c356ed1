package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.CAPTURE_MARK;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mark;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.persistence.Transaction;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Who wants which message from Slack in which timeline, as Slack has told. Whoever changes one
 * holds the lock on its incident.
 */
public final class CaptureMarks {
  private final DSLContext sql;

  public CaptureMarks(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * Takes Slack's word on a mark of a message that is stored. One that is older than the last of
   * that owner changes nothing, nor does the same told again.
   */
  public void mark(IncidentNumber incident, MessageRef message, Mark mark) {
    sql.insertInto(CAPTURE_MARK)
        .set(CAPTURE_MARK.INCIDENT, incident)
        .set(CAPTURE_MARK.CHANNEL, message.channel())
        .set(CAPTURE_MARK.TS, message.ts())
        .set(CAPTURE_MARK.KIND, mark.kind().word())
        .set(CAPTURE_MARK.OWNER, mark.owner())
        .set(CAPTURE_MARK.PERSON, mark.by())
        .set(CAPTURE_MARK.PRESENT, mark.present())
        .set(CAPTURE_MARK.EVENT_AT, mark.at())
        .onConflict(
            CAPTURE_MARK.CHANNEL,
            CAPTURE_MARK.TS,
            CAPTURE_MARK.INCIDENT,
            CAPTURE_MARK.KIND,
            CAPTURE_MARK.OWNER)
        .doUpdate()
        .set(CAPTURE_MARK.PERSON, mark.by())
        .set(CAPTURE_MARK.PRESENT, mark.present())
        .set(CAPTURE_MARK.EVENT_AT, mark.at())
        .where(CAPTURE_MARK.EVENT_AT.lt(DSL.excluded(CAPTURE_MARK.EVENT_AT)))
        .execute();
  }

  /** The last word on each mark, in no order. */
  public List<Mark> marks(IncidentNumber incident, MessageRef message) {
    return sql.selectFrom(CAPTURE_MARK)
        .where(marksOf(incident, message))
        .fetch(row ->
            new Mark(
                Mark.Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                row.getPerson(),
                row.getPresent(),
                row.getEventAt()));
  }

  private static Condition marksOf(IncidentNumber incident, MessageRef message) {
    return CAPTURE_MARK
        .CHANNEL
        .eq(message.channel())
        .and(CAPTURE_MARK.TS.eq(message.ts()))
        .and(CAPTURE_MARK.INCIDENT.eq(incident));
  }
}
