package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.INCIDENT_MEMBER;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Who is in an incident's channel. Times are UTC at microseconds. */
public final class Members {
  private final DSLContext sql;

  public Members(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** Everybody in the incident's channel, in the order in which they came. */
  public List<PersonId> of(IncidentNumber incident) {
    return sql.select(INCIDENT_MEMBER.PERSON)
        .from(INCIDENT_MEMBER)
        .where(INCIDENT_MEMBER.INCIDENT.eq(incident))
        .and(INCIDENT_MEMBER.PRESENT.isTrue())
        .orderBy(INCIDENT_MEMBER.JOINED_AT, INCIDENT_MEMBER.PERSON)
        .fetch(INCIDENT_MEMBER.PERSON);
  }

  /** Makes somebody a member who asked for it; nothing happens when they are one. */
  public void add(IncidentNumber incident, PersonId person, Instant now) {
    sql.insertInto(INCIDENT_MEMBER)
        .set(INCIDENT_MEMBER.INCIDENT, incident)
        .set(INCIDENT_MEMBER.PERSON, person)
        .set(INCIDENT_MEMBER.JOINED_AT, now)
        .onConflict(INCIDENT_MEMBER.INCIDENT, INCIDENT_MEMBER.PERSON)
        .doUpdate()
        .set(INCIDENT_MEMBER.PRESENT, true)
        .where(INCIDENT_MEMBER.PRESENT.isFalse())
        .execute();
  }

  /**
   * Somebody came or left, as Slack tells. What happened before the last of these that was told
   * changes nothing, nor does the same told again.
   *
   * @param at Slack's own time of it, never ours: only these are compared
   * @return whether it was news
   */
  public boolean told(IncidentNumber incident, PersonId person, boolean present, Instant at) {
    int rows =
        sql.insertInto(INCIDENT_MEMBER)
            .set(INCIDENT_MEMBER.INCIDENT, incident)
            .set(INCIDENT_MEMBER.PERSON, person)
            .set(INCIDENT_MEMBER.JOINED_AT, at)
            .set(INCIDENT_MEMBER.PRESENT, present)
            .set(INCIDENT_MEMBER.EVENT_AT, at)
            .onConflict(INCIDENT_MEMBER.INCIDENT, INCIDENT_MEMBER.PERSON)
            .doUpdate()
            .set(INCIDENT_MEMBER.PRESENT, present)
            .set(INCIDENT_MEMBER.EVENT_AT, at)
            .where(
                INCIDENT_MEMBER
                    .EVENT_AT
                    .isNull()
                    .or(INCIDENT_MEMBER.EVENT_AT.lt(DSL.excluded(INCIDENT_MEMBER.EVENT_AT))))
            .execute();
    return rows > 0;
  }
}
