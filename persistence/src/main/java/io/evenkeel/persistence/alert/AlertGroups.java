package io.evenkeel.persistence.alert;

import static io.evenkeel.persistence.generated.Tables.ALERT;
import static io.evenkeel.persistence.generated.Tables.ALERT_GROUP;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.min;

import io.evenkeel.incident.AlertGroup;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.generated.tables.records.AlertGroupRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Which alerts belong together, and what became of them. */
public final class AlertGroups {
  /** Any number that no other advisory lock's class uses: "agrp" in ASCII. */
  private static final int LOCKS = 0x61677270;

  private final DSLContext sql;

  public AlertGroups(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** Lets only one transaction act on groups of that key, until it ends. */
  public void lock(String key) {
    sql.fetch("select pg_advisory_xact_lock(?, hashtext(?))", LOCKS, key);
  }

  /** The newest group of that key. */
  public Optional<AlertGroup> newest(String key) {
    return sql.selectFrom(ALERT_GROUP)
        .where(ALERT_GROUP.KEY.eq(key))
        .orderBy(ALERT_GROUP.NUMBER.desc())
        .limit(1)
        .fetchOptional(AlertGroups::read);
  }

  public Optional<AlertGroup> find(int number) {
    return sql.selectFrom(ALERT_GROUP)
        .where(ALERT_GROUP.NUMBER.eq(number))
        .fetchOptional(AlertGroups::read);
  }

  /**
   * Keeps a new one and returns it with its number; the one that it came with counts for nothing.
   */
  public AlertGroup begin(AlertGroup group) {
    AlertGroupRecord row = sql.newRecord(ALERT_GROUP);
    row.setKey(group.key());
    row.setSource(group.source());
    row.setTitle(group.title());
    row.setService(group.service());
    row.setSeverity(group.severity());
    row.setPolicy(group.policy());
    row.setState(group.state().word());
    row.setIncident(group.incident());
    row.setOpenedAt(group.openedAt());
    row.setLastAt(group.lastAt());
    row.insert();
    return find(row.getNumber()).orElseThrow();
  }

  /** More of them were heard of. */
  public void heard(int number, Instant now) {
    sql.update(ALERT_GROUP)
        .set(ALERT_GROUP.LAST_AT, now)
        .where(ALERT_GROUP.NUMBER.eq(number))
        .execute();
  }

  /**
   * What is to become of them was decided.
   *
   * @param by null where Evenkeel did
   */
  public void decide(
      int number,
      AlertGroup.State state,
      @Nullable IncidentNumber incident,
      @Nullable Person by,
      @Nullable String reason,
      Instant now) {
    sql.update(ALERT_GROUP)
        .set(ALERT_GROUP.STATE, state.word())
        .set(ALERT_GROUP.INCIDENT, incident)
        .set(ALERT_GROUP.DECIDED_AT, now)
        .set(ALERT_GROUP.DECIDED_BY, by == null ? null : by.id())
        .set(ALERT_GROUP.DECIDED_BY_NAME, by == null ? null : by.name())
        .set(ALERT_GROUP.REASON, reason)
        .where(ALERT_GROUP.NUMBER.eq(number))
        .execute();
  }

  /** How many alerts a group has. */
  public AlertGroup.Tally tally(int group) {
    return tally(ALERT.IN_GROUP.eq(group));
  }

  /** How many alerts are evidence of an incident. */
  public AlertGroup.Tally tally(IncidentNumber incident) {
    return tally(
        ALERT.IN_GROUP.in(
            sql.select(ALERT_GROUP.NUMBER)
                .from(ALERT_GROUP)
                .where(ALERT_GROUP.INCIDENT.eq(incident))));
  }

  private AlertGroup.Tally tally(Condition which) {
    var row =
        sql.select(
                count().filterWhere(ALERT.OVER.isFalse()),
                count().filterWhere(ALERT.OVER),
                min(ALERT.STARTS_AT),
                min(greatest(ALERT.STARTS_AT, coalesce(ALERT.QUIET_UNTIL, ALERT.STARTS_AT))))
            .from(ALERT)
            .where(which)
            .fetchSingle();
    return new AlertGroup.Tally(row.value1(), row.value2(), row.value3(), row.value4());
  }

  /** The groups of an incident, oldest first. */
  public List<AlertGroup> of(IncidentNumber incident) {
    return sql.selectFrom(ALERT_GROUP)
        .where(ALERT_GROUP.INCIDENT.eq(incident))
        .orderBy(ALERT_GROUP.NUMBER)
        .fetch(AlertGroups::read);
  }

  /** The newest groups of which people are asked what is to become, newest first. */
  public List<AlertGroup> proposed(int most) {
    return sql.selectFrom(ALERT_GROUP)
        .where(ALERT_GROUP.STATE.eq(AlertGroup.State.PROPOSED.word()))
        .orderBy(ALERT_GROUP.NUMBER.desc())
        .limit(most)
        .fetch(AlertGroups::read);
  }

  /** Where its card stands; empty while there is none. */
  public Optional<SlackObject> card(int number) {
    return sql.select(ALERT_GROUP.CHANNEL, ALERT_GROUP.MESSAGE)
        .from(ALERT_GROUP)
        .where(ALERT_GROUP.NUMBER.eq(number))
        .and(ALERT_GROUP.MESSAGE.isNotNull())
        .fetchOptional(row ->
            new SlackObject(
                Objects.requireNonNull(row.value1()), Objects.requireNonNull(row.value2())));
  }

  private static AlertGroup read(AlertGroupRecord row) {
    PersonId by = row.getDecidedBy();
    String name = row.getDecidedByName();
    return new AlertGroup(
        row.getNumber(),
        row.getKey(),
        row.getSource(),
        row.getTitle(),
        row.getService(),
        row.getSeverity(),
        row.getPolicy(),
        AlertGroup.State.of(row.getState()),
        row.getIncident(),
        row.getOpenedAt(),
        row.getLastAt(),
        by == null || name == null ? null : new Person(by, name),
        row.getReason());
  }
}
