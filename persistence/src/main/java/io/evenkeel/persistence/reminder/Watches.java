package io.evenkeel.persistence.reminder;

import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static io.evenkeel.persistence.generated.Tables.REMINDER_WATCH;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** When incidents are looked at again for what they should remind of. */
final class Watches {
  /** Spelled out in the statement: only so does Postgres use the index on open incidents. */
  private static final List<Field<Status>> OPEN =
      Arrays.stream(Status.values())
          .filter(Status::open)
          .<Field<Status>>map(status -> inline(status, INCIDENT.STATUS))
          .toList();

  /** What may have been told to nobody yet, such as a day that was moved. */
  private static final Duration AT_LEAST_EVERY = Duration.ofHours(1);

  /** One that ended longer ago than this before anybody looked is left alone. */
  private static final Duration NEW = Duration.ofDays(7);

  private final DSLContext sql;

  Watches(DSLContext sql) {
    this.sql = sql;
  }

  /** Planned for now, or changed since; those that were planned come first. */
  List<IncidentNumber> toLookAt(Instant now, int most) {
    var numbers = new LinkedHashSet<IncidentNumber>();
    numbers.addAll(
        sql.select(REMINDER_WATCH.INCIDENT)
            .from(REMINDER_WATCH)
            .where(REMINDER_WATCH.NEXT_AT.le(now))
            .orderBy(REMINDER_WATCH.NEXT_AT, REMINDER_WATCH.INCIDENT)
            .limit(most)
            .fetch(REMINDER_WATCH.INCIDENT));
    numbers.addAll(
        sql.select(INCIDENT.NUMBER)
            .from(INCIDENT)
            .leftJoin(REMINDER_WATCH)
            .on(REMINDER_WATCH.INCIDENT.eq(INCIDENT.NUMBER))
            .where(INCIDENT.STATUS.in(OPEN))
            .and(REMINDER_WATCH.ENTRIES.isDistinctFrom(INCIDENT.TIMELINE_COUNT))
            .orderBy(REMINDER_WATCH.NEXT_AT.asc().nullsLast(), INCIDENT.NUMBER)
            .limit(most)
            .fetch(INCIDENT.NUMBER));
    numbers.addAll(
        sql.select(INCIDENT.NUMBER)
            .from(INCIDENT)
            .where(INCIDENT.STATUS.eq(inline(Status.RESOLVED, INCIDENT.STATUS)))
            .and(INCIDENT.RECORDED_AT.gt(now.minus(NEW)))
            .and(
                notExists(
                    selectOne()
                        .from(REMINDER_WATCH)
                        .where(REMINDER_WATCH.INCIDENT.eq(INCIDENT.NUMBER))))
            .limit(most)
            .fetch(INCIDENT.NUMBER));
    return numbers.stream().limit(most).toList();
  }

  /**
   * @param next null when nothing will come of it as it stands
   */
  void plan(Incident incident, @Nullable Instant next, Instant now) {
    Instant latest = now.plus(AT_LEAST_EVERY);
    Field<Instant> at =
        next == null && !incident.open()
            ? DSL.field("'infinity'::timestamptz", REMINDER_WATCH.NEXT_AT.getDataType())
            : DSL.val(next == null || next.isAfter(latest) ? latest : next, REMINDER_WATCH.NEXT_AT);
    sql.insertInto(REMINDER_WATCH)
        .set(REMINDER_WATCH.INCIDENT, incident.number())
        .set(REMINDER_WATCH.ENTRIES, incident.entries())
        .set(REMINDER_WATCH.NEXT_AT, at)
        .onConflict(REMINDER_WATCH.INCIDENT)
        .doUpdate()
        .set(REMINDER_WATCH.ENTRIES, incident.entries())
        .set(REMINDER_WATCH.NEXT_AT, at)
        .execute();
  }

  /** It is looked at with the next look, however it stands. */
  void lookAgain(IncidentNumber incident) {
    sql.update(REMINDER_WATCH)
        .set(
            REMINDER_WATCH.NEXT_AT,
            DSL.field("'-infinity'::timestamptz", REMINDER_WATCH.NEXT_AT.getDataType()))
        .where(REMINDER_WATCH.INCIDENT.eq(incident))
        .execute();
  }
}
