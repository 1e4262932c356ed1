package io.evenkeel.persistence.erasure;

import static io.evenkeel.persistence.generated.Tables.INBOX;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.inbox.AnswerJson;
import java.sql.Timestamp;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;

/**
 * Takes away what is old and nobody needs: never anything of a timeline, nor what keeps a thing
 * from being done twice. Each method takes a batch, and returns how many rows that were.
 */
public final class Expiry {
  private static final String FINISHED = "('closed', 'cancelled', 'merged')";

  private final DSLContext sql;

  public Expiry(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * Answers that are kept for repeats of a request. What was due keeps its key, without words: it
   * must not come again.
   */
  public int answers(Instant before, int most) {
    var old =
        DSL.select(INBOX.KEY)
            .from(INBOX)
            .where(INBOX.RECEIVED_AT.lt(before))
            .and(INBOX.KEY.notLike("due:%"))
            .limit(most);
    int deleted = sql.deleteFrom(INBOX).where(INBOX.KEY.in(old)).execute();
    JSONB bare = JSONB.jsonb(AnswerJson.write(Answer.unchanged(Prose.of("It was done."))));
    var said =
        DSL.select(INBOX.KEY)
            .from(INBOX)
            .where(INBOX.RECEIVED_AT.lt(before))
            .and(INBOX.KEY.like("due:%"))
            .and(INBOX.ANSWER.ne(bare))
            .limit(most);
    return deleted + sql.update(INBOX).set(INBOX.ANSWER, bare).where(INBOX.KEY.in(said)).execute();
  }

  /** Words in what was done in Slack, of finished incidents and of what belongs to none. */
  public int said(Instant before, int most) {
    int deleted =
        sql.execute(
            """
            delete from effect where (stream, seq) in (
              select stream, seq from effect where recorded_at < ?
                and stream like 'house/%' and state in ('DONE', 'SUPERSEDED') limit ?)\
            """,
            Timestamp.from(before), most);
    return deleted
        + sql.execute(
            """
            update effect set payload = '{}' where (stream, seq) in (
              select e.stream, e.seq from effect e
                join effect_stream s on s.id = e.stream join incident i on i.number = s.incident
              where e.recorded_at < ? and e.kind = 'add-bookmark' and e.payload <> '{}'
                and e.state in ('DONE', 'SUPERSEDED') and i.status in %s limit ?)\
            """
                .formatted(FINISHED),
            Timestamp.from(before),
            most);
  }

  /** Wordings of messages that no timeline shows, of incidents that were finished before. */
  public int captured(Instant before, int most) {
    return sql.execute(
        """
        update captured_message set newest = null where (channel, ts, incident) in (
          select m.channel, m.ts, m.incident from captured_message m
            join incident i on i.number = m.incident
          where m.newest is not null and i.status in %s and i.recorded_at < ? limit ?)\
        """
            .formatted(FINISHED),
        Timestamp.from(before),
        most);
  }
}
