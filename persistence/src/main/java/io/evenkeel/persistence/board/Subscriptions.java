package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.BRIEFING;
import static io.evenkeel.persistence.generated.Tables.SUBSCRIPTION;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Topic;
import io.evenkeel.persistence.Transaction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Who wants to be told of what, and who is being told of an incident. */
public final class Subscriptions {
  private final DSLContext sql;

  public Subscriptions(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * @return false when they have it already
   */
  public boolean add(PersonId person, Topic topic, Instant now) {
    return sql.insertInto(SUBSCRIPTION)
            .set(SUBSCRIPTION.PERSON, person)
            .set(SUBSCRIPTION.KIND, TopicRow.kind(topic))
            .set(SUBSCRIPTION.TOPIC, TopicRow.name(topic))
            .set(SUBSCRIPTION.SINCE, now)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /**
   * @return false when they do not have it
   */
  public boolean remove(PersonId person, Topic topic) {
    return sql.deleteFrom(SUBSCRIPTION)
            .where(SUBSCRIPTION.PERSON.eq(person))
            .and(SUBSCRIPTION.KIND.eq(TopicRow.kind(topic)))
            .and(SUBSCRIPTION.TOPIC.eq(TopicRow.name(topic)))
            .execute()
        == 1;
  }

  /** What somebody has subscribed, the oldest first. */
  public List<Topic> of(PersonId person) {
    return sql.select(SUBSCRIPTION.KIND, SUBSCRIPTION.TOPIC)
        .from(SUBSCRIPTION)
        .where(SUBSCRIPTION.PERSON.eq(person))
        .orderBy(SUBSCRIPTION.SINCE, SUBSCRIPTION.KIND, SUBSCRIPTION.TOPIC)
        .fetch(TopicRow::read);
  }

  /**
   * Whoever is to be told of it as it stands, each with the subscription that asks for it: those it
   * covers now, and those it covered when they were told last.
   */
  public Map<PersonId, Topic> readers(Incident incident, SeverityScale scale) {
    var readers = new LinkedHashMap<PersonId, Topic>();
    sql.select(SUBSCRIPTION.KIND, SUBSCRIPTION.TOPIC, SUBSCRIPTION.PERSON)
        .from(SUBSCRIPTION)
        .where(
            SUBSCRIPTION
                .KIND
                .ne(TopicRow.INCIDENT)
                .or(SUBSCRIPTION.TOPIC.eq(Integer.toString(incident.number().value()))))
        // The incident itself counts before what it is of.
        .orderBy(SUBSCRIPTION.KIND, SUBSCRIPTION.SINCE, SUBSCRIPTION.PERSON)
        .forEach(row -> {
          Topic topic = TopicRow.read(row.into(SUBSCRIPTION.KIND, SUBSCRIPTION.TOPIC));
          if (topic.covers(incident, scale)) {
            readers.putIfAbsent(row.get(SUBSCRIPTION.PERSON), topic);
          }
        });
    sql.select(BRIEFING.KIND, BRIEFING.TOPIC, BRIEFING.PERSON)
        .from(BRIEFING)
        .join(SUBSCRIPTION)
        .on(stands())
        .where(BRIEFING.INCIDENT.eq(incident.number()))
        .orderBy(BRIEFING.PERSON)
        .forEach(row ->
            readers.putIfAbsent(
                row.get(BRIEFING.PERSON), TopicRow.read(row.into(BRIEFING.KIND, BRIEFING.TOPIC))));
    return readers;
  }

  /**
   * They are to be told up to that entry. However often it is said, it is news once.
   *
   * @return false when it was said before
   */
  public boolean brief(IncidentNumber incident, PersonId person, Topic by, int to) {
    return sql.insertInto(BRIEFING)
            .set(BRIEFING.INCIDENT, incident)
            .set(BRIEFING.PERSON, person)
            .set(BRIEFING.KIND, TopicRow.kind(by))
            .set(BRIEFING.TOPIC, TopicRow.name(by))
            .set(BRIEFING.TOLD_TO, to)
            .onConflict(BRIEFING.INCIDENT, BRIEFING.PERSON)
            .doUpdate()
            .set(BRIEFING.KIND, TopicRow.kind(by))
            .set(BRIEFING.TOPIC, TopicRow.name(by))
            .set(BRIEFING.TOLD_TO, to)
            .where(BRIEFING.TOLD_TO.lt(to))
            .execute()
        == 1;
  }

  /** The subscription by which somebody is told of it; empty once they have stopped that. */
  public Optional<Topic> told(IncidentNumber incident, PersonId person) {
    return sql.select(BRIEFING.KIND, BRIEFING.TOPIC)
        .from(BRIEFING)
        .join(SUBSCRIPTION)
        .on(stands())
        .where(BRIEFING.INCIDENT.eq(incident))
        .and(BRIEFING.PERSON.eq(person))
        .fetchOptional(TopicRow::read);
  }

  private static Condition stands() {
    return SUBSCRIPTION
        .PERSON
        .eq(BRIEFING.PERSON)
        .and(SUBSCRIPTION.KIND.eq(BRIEFING.KIND))
        .and(SUBSCRIPTION.TOPIC.eq(BRIEFING.TOPIC));
  }
}
