package io.evenkeel.persistence.oncall;

import static io.evenkeel.persistence.generated.Tables.ONCALL_OVERRIDE;

import io.evenkeel.incident.Person;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.generated.tables.records.OncallOverrideRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Who stands in for whom, beside the file. */
public final class Overrides {
  /** Overrides are given one at a time: "oncall" in ASCII. */
  private static final long LOCK = 0x6f6e63616c6cL;

  private final DSLContext sql;

  public Overrides(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** Until the transaction ends nobody else gives one: two at once see one another. */
  public void lock() {
    sql.fetch("select pg_advisory_xact_lock({0})", DSL.val(LOCK));
  }

  /**
   * Those that count and have any time after that instant, in the order in which they were given.
   */
  public List<StandingIn> of(ScheduleName schedule, Instant after) {
    return of(List.of(schedule), after);
  }

  /** The same of several schedules, in one statement. */
  List<StandingIn> of(Collection<ScheduleName> schedules, Instant after) {
    return sql.selectFrom(ONCALL_OVERRIDE)
        .where(ONCALL_OVERRIDE.SCHEDULE.in(schedules.stream().map(ScheduleName::value).toList()))
        .and(ONCALL_OVERRIDE.WITHDRAWN_AT.isNull())
        .and(ONCALL_OVERRIDE.UNTIL_AT.gt(after))
        .orderBy(ONCALL_OVERRIDE.NUMBER)
        .fetch(Overrides::read);
  }

  /** The one of that number, unless it was withdrawn. */
  public Optional<StandingIn> find(int number) {
    return sql.selectFrom(ONCALL_OVERRIDE)
        .where(ONCALL_OVERRIDE.NUMBER.eq(number))
        .and(ONCALL_OVERRIDE.WITHDRAWN_AT.isNull())
        .fetchOptional(Overrides::read);
  }

  /** Those that come from that swap and count. */
  public List<StandingIn> ofSwap(int swap) {
    return sql.selectFrom(ONCALL_OVERRIDE)
        .where(ONCALL_OVERRIDE.SWAP.eq(swap))
        .and(ONCALL_OVERRIDE.WITHDRAWN_AT.isNull())
        .orderBy(ONCALL_OVERRIDE.NUMBER)
        .fetch(Overrides::read);
  }

  /**
   * Keeps it, under a number of its own.
   *
   * @param swap the swap that it comes from; null for none
   */
  public StandingIn add(
      ScheduleName schedule,
      String layer,
      Person who,
      Instant from,
      Instant until,
      Person by,
      @Nullable Integer swap,
      Instant now) {
    int number =
        sql.insertInto(ONCALL_OVERRIDE)
            .set(ONCALL_OVERRIDE.SCHEDULE, schedule.value())
            .set(ONCALL_OVERRIDE.LAYER, layer)
            .set(ONCALL_OVERRIDE.PERSON, who.id())
            .set(ONCALL_OVERRIDE.PERSON_NAME, who.name())
            .set(ONCALL_OVERRIDE.FROM_AT, from)
            .set(ONCALL_OVERRIDE.UNTIL_AT, until)
            .set(ONCALL_OVERRIDE.GIVEN_BY, by.id())
            .set(ONCALL_OVERRIDE.GIVEN_BY_NAME, by.name())
            .set(ONCALL_OVERRIDE.GIVEN_AT, now)
            .set(ONCALL_OVERRIDE.SWAP, swap)
            .returning(ONCALL_OVERRIDE.NUMBER)
            .fetchSingle(OncallOverrideRecord::getNumber);
    return new StandingIn(number, schedule, layer, who, from, until, by, swap);
  }

  /** It does not count any more; false when it was withdrawn before. */
  public boolean withdraw(int number, Person by, Instant now) {
    return sql.update(ONCALL_OVERRIDE)
            .set(ONCALL_OVERRIDE.WITHDRAWN_AT, now)
            .set(ONCALL_OVERRIDE.WITHDRAWN_BY, by.id())
            .set(ONCALL_OVERRIDE.WITHDRAWN_BY_NAME, by.name())
            .where(ONCALL_OVERRIDE.NUMBER.eq(number))
            .and(ONCALL_OVERRIDE.WITHDRAWN_AT.isNull())
            .execute()
        == 1;
  }

  private static StandingIn read(OncallOverrideRecord row) {
    return new StandingIn(
        row.getNumber(),
        new ScheduleName(row.getSchedule()),
        row.getLayer(),
        new Person(row.getPerson(), row.getPersonName()),
        row.getFromAt(),
        row.getUntilAt(),
        new Person(row.getGivenBy(), row.getGivenByName()),
        row.getSwap());
  }
}
