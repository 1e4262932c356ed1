package io.evenkeel.persistence.reminder;

import static io.evenkeel.persistence.generated.Tables.REMINDER;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Reminder;
import io.evenkeel.incident.ReminderKind;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.reminder.Cadences;
import io.evenkeel.reminder.Facts;
import io.evenkeel.reminder.Outlook;
import io.evenkeel.reminder.Snoozed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What incidents are to remind of. Times are UTC at microseconds. */
public final class Reminders {
  /** Incidents to look at, those that come first first. */
  public static final List<String> TO_LOOK_AT =
      List.of(Watches.PLANNED, Watches.CHANGED, Watches.OVER);

  /** Under this name stands what is snoozed of every kind. */
  private static final String ALL = "all";

  private final Transaction tx;
  private final DSLContext sql;

  public Reminders(Transaction tx) {
    this.tx = tx;
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * What is due of these incidents and was not acted on. One of which nothing is due is not looked
   * at again before something can be.
   */
  public List<Due> due(List<IncidentNumber> numbers, Instant now, Cadences cadences) {
    var watches = new Watches(tx);
    var due = new ArrayList<Due>();
    for (Facts facts : new FactRows(tx).of(new Incidents(tx).those(numbers))) {
      Incident incident = facts.incident();
      Outlook outlook = Outlook.of(facts, cadences, now);
      for (Reminder reminder : outlook.due()) {
        due.add(due(incident.number(), reminder));
      }
      if (outlook.due().isEmpty()) {
        watches.plan(incident, outlook.next(), now);
      }
    }
    return due;
  }

  private static Due due(IncidentNumber incident, Reminder reminder) {
    String thing = "remind:" + incident + ":" + reminder.kind().word();
    return new Due.OfIncident(incident, thing, reminder.at(), new Command.Remind(reminder));
  }

  /** The same of one incident that is locked by this transaction. */
  public Outlook of(Incident incident, Cadences cadences, Instant now) {
    return Outlook.of(new FactRows(tx).of(List.of(incident)).getFirst(), cadences, now);
  }

  /** It was acted on. The incident is locked by this transaction. */
  public void acted(IncidentNumber incident, ReminderKind kind, Instant at) {
    sql.insertInto(REMINDER)
        .set(REMINDER.INCIDENT, incident)
        .set(REMINDER.NAME, kind.word())
        .set(REMINDER.AT, at)
        .onConflict(REMINDER.INCIDENT, REMINDER.NAME)
        .doUpdate()
        .set(REMINDER.AT, at)
        .execute();
    new Watches(tx).lookAgain(incident);
  }

  /**
   * Nobody is reminded until then; null to be reminded again. What is said of every kind counts for
   * each. The incident is locked by this transaction.
   */
  public void snooze(
      IncidentNumber incident, @Nullable ReminderKind kind, @Nullable Instant until, Person by) {
    if (until == null) {
      sql.update(REMINDER)
          .setNull(REMINDER.SNOOZED_UNTIL)
          .where(REMINDER.INCIDENT.eq(incident))
          .and(kind == null ? REMINDER.NAME.isNotNull() : REMINDER.NAME.in(kind.word(), ALL))
          .execute();
    } else {
      sql.insertInto(REMINDER)
          .set(REMINDER.INCIDENT, incident)
          .set(REMINDER.NAME, kind == null ? ALL : kind.word())
          .set(REMINDER.SNOOZED_UNTIL, until)
          .set(REMINDER.SNOOZED_BY, by.id())
          .set(REMINDER.SNOOZED_BY_NAME, by.name())
          .onConflict(REMINDER.INCIDENT, REMINDER.NAME)
          .doUpdate()
          .set(REMINDER.SNOOZED_UNTIL, until)
          .set(REMINDER.SNOOZED_BY, by.id())
          .set(REMINDER.SNOOZED_BY_NAME, by.name())
          .execute();
    }
    new Watches(tx).lookAgain(incident);
  }

  /** What is or was snoozed. */
  public List<Snoozed> snoozed(IncidentNumber incident) {
    return new FactRows(tx).rows(List.of(incident)).snoozed(incident);
  }
}
