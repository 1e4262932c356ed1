package io.evenkeel.persistence.maintenance;

import static io.evenkeel.persistence.generated.Tables.MAINTENANCE;

import io.evenkeel.incident.Person;
import io.evenkeel.maintenance.Maintained;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.generated.tables.records.MaintenanceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Maintenances that were planned and not cancelled. All times are UTC at microseconds. */
public final class Maintenances {
  /** More than anybody reads at once. */
  private static final int MOST = 200;

  private final DSLContext sql;

  public Maintenances(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * Those of a service that count for any time in between, the first to begin first.
   *
   * @param service in any letter case
   * @param to the first instant that is not looked at any more
   */
  public List<Maintained> during(String service, Instant from, Instant to) {
    return sql
        .selectFrom(MAINTENANCE)
        .where(of(service))
        .and(MAINTENANCE.UNTIL_AT.gt(from))
        .and(MAINTENANCE.FROM_AT.lt(to))
        .and(MAINTENANCE.CANCELLED_AT.isNull())
        .orderBy(MAINTENANCE.FROM_AT, MAINTENANCE.NUMBER)
        .fetch(Maintenances::read)
        .stream()
        .filter(one ->
            one.counted()
                .filter(span -> span.end().isAfter(from) && span.start().isBefore(to))
                .isPresent())
        .toList();
  }

  /** Those of all services that count at that moment. */
  public List<Maintained> current(Instant now) {
    return ahead(now).stream().filter(one -> one.quiets(now)).toList();
  }

  /** Those that go on or are to come, the first to begin first; up to 200. */
  public List<Maintained> ahead(Instant now) {
    return sql.selectFrom(MAINTENANCE)
        .where(MAINTENANCE.CANCELLED_AT.isNull())
        .and(MAINTENANCE.UNTIL_AT.gt(now))
        .and(MAINTENANCE.ENDED_AT.isNull().or(MAINTENANCE.ENDED_AT.gt(now)))
        .orderBy(MAINTENANCE.FROM_AT, MAINTENANCE.NUMBER)
        .limit(MOST)
        .fetch(Maintenances::read);
  }

  /** The last ones that are over, also those planned after the fact, the newest first. */
  public List<Maintained> over(Instant now, int most) {
    return sql.selectFrom(MAINTENANCE)
        .where(MAINTENANCE.CANCELLED_AT.isNull())
        .and(MAINTENANCE.UNTIL_AT.le(now).or(MAINTENANCE.ENDED_AT.le(now)))
        .orderBy(MAINTENANCE.UNTIL_AT.desc(), MAINTENANCE.NUMBER.desc())
        .limit(most)
        .fetch(Maintenances::read);
  }

  /** The one of that number, unless it was cancelled. */
  public Optional<Maintained> find(int number) {
    return sql.selectFrom(MAINTENANCE)
        .where(MAINTENANCE.NUMBER.eq(number))
        .and(MAINTENANCE.CANCELLED_AT.isNull())
        .forUpdate()
        .fetchOptional(Maintenances::read);
  }

  /** Keeps it, under a number of its own. */
  public Maintained plan(
      String service, Instant from, Instant until, String reason, Person by, Instant now) {
    int number =
        sql.insertInto(MAINTENANCE)
            .set(MAINTENANCE.SERVICE, service)
            .set(MAINTENANCE.FROM_AT, from)
            .set(MAINTENANCE.UNTIL_AT, until)
            .set(MAINTENANCE.REASON, reason)
            .set(MAINTENANCE.PLANNED_BY, by.id())
            .set(MAINTENANCE.PLANNED_BY_NAME, by.name())
            .set(MAINTENANCE.PLANNED_AT, now)
            .returning(MAINTENANCE.NUMBER)
            .fetchSingle(MaintenanceRecord::getNumber);
    return new Maintained(number, service, from, until, reason, by, now, null);
  }

  /** It is over now; false when it was before, or is cancelled. */
  public boolean end(int number, Person by, Instant now) {
    return sql.update(MAINTENANCE)
            .set(MAINTENANCE.ENDED_AT, now)
            .set(MAINTENANCE.ENDED_BY, by.id())
            .set(MAINTENANCE.ENDED_BY_NAME, by.name())
            .where(MAINTENANCE.NUMBER.eq(number))
            .and(MAINTENANCE.ENDED_AT.isNull())
            .and(MAINTENANCE.UNTIL_AT.gt(now))
            .and(MAINTENANCE.CANCELLED_AT.isNull())
            .execute()
        == 1;
  }

  /** It does not count and is not shown any more; false when it was cancelled before. */
  public boolean cancel(int number, Person by, Instant now) {
    return sql.update(MAINTENANCE)
            .set(MAINTENANCE.CANCELLED_AT, now)
            .set(MAINTENANCE.CANCELLED_BY, by.id())
            .set(MAINTENANCE.CANCELLED_BY_NAME, by.name())
            .where(MAINTENANCE.NUMBER.eq(number))
            .and(MAINTENANCE.CANCELLED_AT.isNull())
            .execute()
        == 1;
  }

  private static Condition of(String service) {
    return DSL.lower(MAINTENANCE.SERVICE).eq(service.toLowerCase(Locale.ROOT));
  }

  private static Maintained read(MaintenanceRecord row) {
    return new Maintained(
        row.getNumber(),
        row.getService(),
        row.getFromAt(),
        row.getUntilAt(),
        row.getReason(),
        new Person(row.getPlannedBy(), row.getPlannedByName()),
        row.getPlannedAt(),
        row.getEndedAt());
  }
}
