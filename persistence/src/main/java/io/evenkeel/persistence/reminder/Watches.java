package io.evenkeel.persistence.reminder;

import static io.evenkeel.persistence.generated.Tables.REMINDER_WATCH;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Written;
import io.evenkeel.persistence.incident.OpenStatuses;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** When incidents are looked at again for what they should remind of. */
final class Watches {
  /** What may have been told to nobody yet, such as a day that was moved. */
  private static final Duration AT_LEAST_EVERY = Duration.ofHours(1);

  /** One that ended longer ago than this before anybody looked is left alone. */
  private static final Duration NEW = Duration.ofDays(7);

  /** Planned for now. */
  static final String PLANNED =
      """
      select incident, 0, next_at from reminder_watch, look
      where next_at <= look.now and next_at < 'infinity'
      order by next_at, incident\
      """;

  /** Changed since somebody looked. */
  static final String CHANGED =
      """
      select incident.number, 0, watch.next_at
      from incident left join reminder_watch watch on watch.incident = incident.number
      where incident.status in %s
        and watch.entries is distinct from incident.timeline_count
      order by watch.next_at nulls last, incident.number\
      """
          .formatted(OpenStatuses.SQL);

  /** Over before anybody looked, and not long ago. */
  static final String OVER =
      """
      select number, 0, null::timestamptz from incident, look
      where status = 'resolved' and recorded_at > look.now - interval '%d seconds'
        and not exists (select from reminder_watch where incident = incident.number)\
      """
          .formatted(NEW.toSeconds());

  private static final String PLAN =
      """
      insert into reminder_watch (incident, entries, next_at)
      values (?, ?, coalesce(?, 'infinity'::timestamptz))
      on conflict (incident) do update
      set entries = excluded.entries, next_at = excluded.next_at\
      """;

  private final Transaction tx;
  private final DSLContext sql;

  Watches(Transaction tx) {
    this.tx = tx;
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * @param next null when nothing will come of it as it stands
   */
  void plan(Incident incident, @Nullable Instant next, Instant now) {
    Instant latest = now.plus(AT_LEAST_EVERY);
    boolean never = next == null && !incident.open();
    new Written(tx, PLAN)
        .number(incident.number().value())
        .number(incident.entries())
        .time(never ? null : next == null || next.isAfter(latest) ? latest : next)
        .run();
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
