package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.BRIEFING;
import static io.evenkeel.persistence.generated.Tables.SUBSCRIPTION;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Severity;
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
import org.jooq.Record2;

/** Who wants to be told of what, and who is being told of an incident. */
public final class Subscriptions {
  private static final String INCIDENT = "incident";
  private static final String SEVERITY = "severity";
  private static final String SERVICE = "service";

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
            .set(SUBSCRIPTION.KIND, kind(topic))
            .set(SUBSCRIPTION.TOPIC, name(topic))
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
            .and(SUBSCRIPTION.KIND.eq(kind(topic)))
            .and(SUBSCRIPTION.TOPIC.eq(name(topic)))
            .execute()
        == 1;
  }

  /** What somebody has subscribed, the oldest first. */
  public List<Topic> of(PersonId person) {
    return sql.select(SUBSCRIPTION.KIND, SUBSCRIPTION.TOPIC)
        .from(SUBSCRIPTION)
        .where(SUBSCRIPTION.PERSON.eq(person))
        .orderBy(SUBSCRIPTION.SINCE, SUBSCRIPTION.KIND, SUBSCRIPTION.TOPIC)
        .fetch(Subscriptions::topic);
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
                .ne(INCIDENT)
                .or(SUBSCRIPTION.TOPIC.eq(Integer.toString(incident.number().value()))))
        // The incident itself counts before what it is of.
        .orderBy(SUBSCRIPTION.KIND, SUBSCRIPTION.SINCE, SUBSCRIPTION.PERSON)
        .forEach(row -> {
          Topic topic = topic(row.into(SUBSCRIPTION.KIND, SUBSCRIPTION.TOPIC));
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
                row.get(BRIEFING.PERSON), topic(row.into(BRIEFING.KIND, BRIEFING.TOPIC))));
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
            .set(BRIEFING.KIND, kind(by))
            .set(BRIEFING.TOPIC, name(by))
            .set(BRIEFING.TOLD_TO, to)
            .onConflict(BRIEFING.INCIDENT, BRIEFING.PERSON)
            .doUpdate()
            .set(BRIEFING.KIND, kind(by))
            .set(BRIEFING.TOPIC, name(by))
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
        .fetchOptional(Subscriptions::topic);
  }

  private static Condition stands() {
    return SUBSCRIPTION
        .PERSON
        .eq(BRIEFING.PERSON)
        .and(SUBSCRIPTION.KIND.eq(BRIEFING.KIND))
        .and(SUBSCRIPTION.TOPIC.eq(BRIEFING.TOPIC));
  }

  private static String kind(Topic topic) {
    return switch (topic) {
      case Topic.OfIncident _ -> INCIDENT;
      case Topic.OfSeverity _ -> SEVERITY;
      case Topic.OfService _ -> SERVICE;
    };
  }

  private static String name(Topic topic) {
    return switch (topic) {
      case Topic.OfIncident(IncidentNumber number) -> Integer.toString(number.value());
      case Topic.OfSeverity(Severity severity) -> severity.name();
      case Topic.OfService(String name) -> name;
    };
  }

  private static Topic topic(Record2<String, String> row) {
    String name = row.value2();
    return switch (row.value1()) {
      case INCIDENT -> new Topic.OfIncident(new IncidentNumber(Integer.parseInt(name)));
      case SEVERITY -> new Topic.OfSeverity(new Severity(name));
      case SERVICE -> new Topic.OfService(name);
      default -> throw new IllegalStateException("no such kind of subscription: " + row.value1());
    };
  }
}
