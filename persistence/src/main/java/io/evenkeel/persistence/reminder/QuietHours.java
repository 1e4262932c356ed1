package io.evenkeel.persistence.reminder;

import static io.evenkeel.persistence.generated.Tables.PERSON;
import static io.evenkeel.persistence.generated.Tables.QUIET_HOURS;

import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.people.People;
import io.evenkeel.reminder.Quiet;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** When people do not want to be told of what can wait. */
public final class QuietHours {
  private final Transaction tx;
  private final DSLContext sql;

  public QuietHours(Transaction tx) {
    this.tx = tx;
    sql = tx.unwrap(DSLContext.class);
  }

  /** In the zone that the person has now. */
  public Optional<Quiet> of(PersonId person) {
    ZoneId zone = new People(tx).zone(person);
    return sql.selectFrom(QUIET_HOURS)
        .where(QUIET_HOURS.PERSON.eq(person))
        .fetchOptional(row -> new Quiet(row.getBegins(), row.getEnds(), zone));
  }

  Map<PersonId, Quiet> everybodys() {
    return sql.select(QUIET_HOURS.PERSON, QUIET_HOURS.BEGINS, QUIET_HOURS.ENDS, PERSON.ZONE)
        .from(QUIET_HOURS)
        .leftJoin(PERSON)
        .on(PERSON.ID.eq(QUIET_HOURS.PERSON))
        .fetchMap(
            row -> row.value1(),
            row -> new Quiet(row.value2(), row.value3(), People.zone(row.value4())));
  }

  /** The hours from now on, by the clock of the person's zone. */
  public void keep(PersonId person, LocalTime begins, LocalTime ends) {
    sql.insertInto(QUIET_HOURS)
        .set(QUIET_HOURS.PERSON, person)
        .set(QUIET_HOURS.BEGINS, begins)
        .set(QUIET_HOURS.ENDS, ends)
        .onConflict(QUIET_HOURS.PERSON)
        .doUpdate()
        .set(QUIET_HOURS.BEGINS, begins)
        .set(QUIET_HOURS.ENDS, ends)
        .execute();
  }

  /**
   * @return false when they have none
   */
  public boolean remove(PersonId person) {
    return sql.deleteFrom(QUIET_HOURS).where(QUIET_HOURS.PERSON.eq(person)).execute() == 1;
  }
}
