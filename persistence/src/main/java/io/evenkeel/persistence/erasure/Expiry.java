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

  /**
   * What its group has not taken account of yet is not old, however long it waits, nor what begins
   * once a maintenance is over.
   */
  private static final String OLD_ALERT =
      "a.received_at < ? and greatest(a.heard_at, a.received_at) < ?"
          + " and (a.group_key is null or a.taken is not distinct from a.over)"
          + " and (a.over or a.quiet_for is null or a.quiet_until is not null)";

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

  /**
   * Alerts that are evidence of no incident, and of which nothing was heard since then: not even
   * that they still fire. Those of a group go together, and the group with them.
   */
  public int alerts(Instant before, int most) {
    Timestamp then = Timestamp.from(before);
    int alone =
        sql.execute(
            "delete from alert where id in (select a.id from alert a where a.in_group is null and "
                + OLD_ALERT
                + " limit ? for update skip locked)",
            then,
            then,
            most);
    int grouped =
        sql.execute(
            """
            delete from alert where id in (
              select a.id from alert_group g join alert a on a.in_group = g.number
              where g.incident is null and g.last_at < ? and %s and not exists (
                select from alert other where other.in_group = g.number
                  and (greatest(other.heard_at, other.received_at) >= ?
                    or other.taken is distinct from other.over))
              limit ? for update of a skip locked)\
            """
                .formatted(OLD_ALERT),
            then,
            then,
            then,
            then,
            most);
    int groups =
        sql.execute(
            """
            delete from alert_group where number in (
              select g.number from alert_group g
              where g.incident is null and g.last_at < ?
                and not exists (select from alert a where a.in_group = g.number)
              limit ? for update skip locked)\
            """,
            then,
            most);
    return alone + grouped + groups;
  }
}
