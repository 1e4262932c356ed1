package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static io.evenkeel.persistence.generated.Tables.INCIDENT_COUNTER;
import static io.evenkeel.persistence.generated.Tables.INCIDENT_MILESTONE;
import static io.evenkeel.persistence.generated.Tables.SLACK_OBJECT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.RoleTerm;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Incidents with their roles and milestones. Times are UTC at microseconds. */
public final class Incidents {
  /** Any number that no other advisory lock uses: "declare" in ASCII. */
  private static final long DECLARES = 0x6465636c617265L;

  private final DSLContext sql;
  private final Rows rows;

  public Incidents(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
    rows = new Rows(tx);
  }

  /**
   * The next number, without gaps: who else wants one waits until this transaction ends, and only
   * {@link #insert} uses it up.
   */
  public IncidentNumber nextNumber() {
    return new IncidentNumber(
        sql.select(INCIDENT_COUNTER.LAST_NUMBER.plus(inline(1)))
            .from(INCIDENT_COUNTER)
            .forUpdate()
            .fetchSingle()
            .value1());
  }

  /** Lets only one transaction declare at a time, until it ends. */
  public void serialiseDeclares() {
    sql.fetch("select pg_advisory_xact_lock(?)", DECLARES);
  }

  /**
   * Stores a new incident; its timeline is empty until {@link Timeline#append}.
   *
   * @param by who gave out the first roles
   */
  public void insert(Incident incident, Actor by) {
    sql.update(INCIDENT_COUNTER)
        .set(INCIDENT_COUNTER.LAST_NUMBER, incident.number().value())
        .execute();
    rows.insert(incident);
    new Custody(sql).insert(incident, incident.roles(), by);
    new MilestoneRows(sql).store(incident.number(), incident.milestones().marks());
  }

  /**
   * Stores what changed, and appends the entries that tell of it to the timeline. A holder that
   * changed is released and kept; a milestone that is no longer marked is forgotten (the timeline
   * still tells of it).
   *
   * @param before as it was locked by this very object
   * @param by who changed it
   * @throws IllegalArgumentException when it was not, or as {@link Timeline#append}
   */
  public void record(Incident before, Incident next, List<TimelineEntry> entries, Actor by) {
    rows.record(before, next, entries);
    new Custody(sql).change(before, next, by);
    new MilestoneRows(sql).change(next.number(), before.milestones(), next.milestones());
  }

  /** Who held which role of an incident when, in the order in which they assumed it. */
  public List<RoleTerm> terms(IncidentNumber number) {
    return new Custody(sql).terms(number);
  }

  public Optional<Incident> find(IncidentNumber number) {
    return rows.find(number);
  }

  /** Those of these numbers, newest first; none of them locked. */
  public List<Incident> those(Collection<IncidentNumber> numbers) {
    return numbers.isEmpty() ? List.of() : rows.where(INCIDENT.NUMBER.in(numbers));
  }

  /** The incident as it is once nobody else is changing it; nobody else can until the end. */
  public Optional<Incident> lock(IncidentNumber number) {
    return rows.lock(number);
  }

  /** The same without waiting: empty also while somebody else is changing it. */
  public Optional<Incident> lockIfFree(IncidentNumber number) {
    return rows.lockIfFree(number);
  }

  /**
   * The same for the incident whose channel that is. Whoever may not see it neither waits for it
   * nor holds others up.
   */
  public Optional<Incident> lockIn(ChannelId channel, PersonId asSeenBy) {
    return rows.lockIn(channel, asSeenBy);
  }

  /** The incident whose channel that is. */
  public Optional<IncidentNumber> inChannel(ChannelId channel) {
    return sql.fetchOptional(ofChannel(channel)).map(Record1::value1);
  }

  static Select<Record1<IncidentNumber>> ofChannel(ChannelId channel) {
    return select(SLACK_OBJECT.INCIDENT)
        .from(SLACK_OBJECT)
        .where(SLACK_OBJECT.CHANNEL.eq(channel))
        .and(SLACK_OBJECT.PURPOSE.eq(inline("channel")));
  }

  /** Open incidents that a person may see, newest first. */
  public List<Incident> open(PersonId asSeenBy) {
    return rows.where(Sight.OPEN.and(Sight.visibleTo(asSeenBy)));
  }

  /** Open incidents that a person declared, holds a role in or is a member of, newest first. */
  public List<Incident> openOf(PersonId person) {
    return rows.where(Sight.OPEN.and(Sight.concerns(person)));
  }

  /** All incidents that a person may see, newest first. */
  public List<Incident> all(PersonId asSeenBy, int limit, int offset) {
    return rows.page(Sight.visibleTo(asSeenBy), limit, offset);
  }

  /**
   * Which incidents are wanted.
   *
   * @param mine declared by the person, with a role of theirs, or with them as a member
   * @param severity null for all
   * @param service in any letter case; null for all
   */
  public record Wanted(
      boolean open, boolean mine, @Nullable Severity severity, @Nullable String service) {}

  /** Those of them that a person may see, newest first. */
  public List<Incident> wanted(Wanted wanted, PersonId asSeenBy, int limit, int offset) {
    Condition condition = wanted.mine() ? Sight.concerns(asSeenBy) : Sight.visibleTo(asSeenBy);
    if (wanted.open()) {
      condition = condition.and(Sight.OPEN);
    }
    if (wanted.severity() != null) {
      condition = condition.and(INCIDENT.SEVERITY.eq(wanted.severity()));
    }
    if (wanted.service() != null) {
      condition =
          condition.and(
              "lower({0}) = any(lower({1}::text)::text[])",
              val(wanted.service()), INCIDENT.SERVICES);
    }
    return rows.page(condition, limit, offset);
  }

  /** The number of every incident, private ones too: for checks of the whole database. */
  public List<IncidentNumber> numbers() {
    return sql.select(INCIDENT.NUMBER)
        .from(INCIDENT)
        .orderBy(INCIDENT.NUMBER)
        .fetch(INCIDENT.NUMBER);
  }

  /**
   * Open incidents declared at that time or later that a person may see, newest first: what a
   * second declare with the same words is compared with.
   */
  public List<Incident> declaredSince(Instant since, PersonId asSeenBy) {
    Condition recent =
        DSL.exists(
            selectOne()
                .from(INCIDENT_MILESTONE)
                .where(INCIDENT_MILESTONE.INCIDENT.eq(INCIDENT.NUMBER))
                .and(INCIDENT_MILESTONE.MILESTONE.eq(Milestone.DECLARED))
                .and(INCIDENT_MILESTONE.AT.ge(since)));
    return rows.where(Sight.OPEN.and(recent).and(Sight.visibleTo(asSeenBy)));
  }

  /** Whether the person declared it, holds a role in it or is in its channel. */
  public boolean concerns(IncidentNumber number, PersonId person) {
    return sql.fetchExists(
        selectOne().from(INCIDENT).where(INCIDENT.NUMBER.eq(number)).and(Sight.concerns(person)));
  }

  /** False also when there is no such incident. */
  public boolean maySee(IncidentNumber number, PersonId person) {
    return sql.fetchExists(
        selectOne().from(INCIDENT).where(INCIDENT.NUMBER.eq(number)).and(Sight.visibleTo(person)));
  }
}
