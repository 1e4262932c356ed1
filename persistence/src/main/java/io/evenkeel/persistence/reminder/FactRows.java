package io.evenkeel.persistence.reminder;

import static io.evenkeel.persistence.generated.Tables.INCIDENT_MEMBER;
import static io.evenkeel.persistence.generated.Tables.REMINDER;
import static io.evenkeel.persistence.generated.Tables.REMINDER_WATCH;
import static io.evenkeel.persistence.generated.Tables.ROLE_ASSIGNMENT;
import static org.jooq.impl.DSL.max;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.ReminderKind;
import io.evenkeel.incident.Role;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.generated.tables.records.ReminderRecord;
import io.evenkeel.persistence.incident.Turnings;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.postmortem.Postmortems;
import io.evenkeel.reminder.Facts;
import io.evenkeel.reminder.Quiet;
import io.evenkeel.reminder.Snoozed;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/** Reads what a decision to remind rests on, of many incidents at once. */
final class FactRows {
  private final Transaction tx;
  private final DSLContext sql;

  FactRows(Transaction tx) {
    this.tx = tx;
    sql = tx.unwrap(DSLContext.class);
  }

  List<Facts> of(List<Incident> incidents) {
    if (incidents.isEmpty()) {
      return List.of();
    }
    List<IncidentNumber> numbers = incidents.stream().map(Incident::number).toList();
    Rows rows = rows(numbers);
    Map<IncidentNumber, Set<PersonId>> present =
        sql
            .select(INCIDENT_MEMBER.INCIDENT, INCIDENT_MEMBER.PERSON)
            .from(INCIDENT_MEMBER)
            .where(INCIDENT_MEMBER.INCIDENT.in(numbers))
            .and(INCIDENT_MEMBER.PRESENT.isTrue())
            // Without a word of Slack's somebody was only invited.
            .and(INCIDENT_MEMBER.EVENT_AT.isNotNull())
            .fetch()
            .intoGroups(INCIDENT_MEMBER.INCIDENT, INCIDENT_MEMBER.PERSON)
            .entrySet()
            .stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    Map<IncidentNumber, Instant> planned =
        sql.selectFrom(REMINDER_WATCH)
            .where(REMINDER_WATCH.INCIDENT.in(numbers))
            .and("next_at > '-infinity' and next_at < 'infinity'")
            .fetchMap(REMINDER_WATCH.INCIDENT, REMINDER_WATCH.NEXT_AT);
    Map<PersonId, Quiet> quiet = new QuietHours(tx).everybodys();
    var all = new ArrayList<Facts>();
    for (Incident incident : incidents) {
      IncidentNumber number = incident.number();
      Turnings.Turned turned = new Turnings(tx).of(number);
      Instant word = turned.lastWord();
      Postmortem paper = incident.open() ? Postmortem.NONE : new Postmortems(tx).of(number);
      all.add(
          new Facts(
              incident,
              present.getOrDefault(number, Set.of()),
              turned.turned(),
              turned.status(),
              word == null ? incident.recordedAt() : word,
              released(number),
              paper,
              zone(incident, paper),
              rows.acted(number),
              rows.snoozed(number),
              quiet,
              planned.get(number)));
    }
    return all;
  }

  private ZoneId zone(Incident incident, Postmortem paper) {
    if (incident.open()) {
      return ZoneOffset.UTC;
    }
    Person owner = paper.owner();
    return Optional.ofNullable(owner)
        .or(incident::responsible)
        .map(person -> new People(tx).zone(person.id()))
        .orElse(ZoneOffset.UTC);
  }

  private Map<Role, Instant> released(IncidentNumber number) {
    return sql.select(ROLE_ASSIGNMENT.ROLE, max(ROLE_ASSIGNMENT.RELEASED_AT))
        .from(ROLE_ASSIGNMENT)
        .where(ROLE_ASSIGNMENT.INCIDENT.eq(number))
        .and(ROLE_ASSIGNMENT.RELEASED_AT.isNotNull())
        .groupBy(ROLE_ASSIGNMENT.ROLE)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  Rows rows(List<IncidentNumber> numbers) {
    return new Rows(
        sql.selectFrom(REMINDER).where(REMINDER.INCIDENT.in(numbers)).fetch().stream().toList());
  }

  /** What was done about reminders. A kind of another version is passed over. */
  record Rows(List<ReminderRecord> all) {

    Map<ReminderKind, Instant> acted(IncidentNumber number) {
      var acted = new EnumMap<ReminderKind, Instant>(ReminderKind.class);
      for (ReminderRecord row : all) {
        Instant at = row.getAt();
        if (row.getIncident().equals(number) && at != null) {
          ReminderKind.find(row.getName()).ifPresent(kind -> acted.put(kind, at));
        }
      }
      return acted;
    }

    List<Snoozed> snoozed(IncidentNumber number) {
      return all.stream()
          .filter(row -> row.getIncident().equals(number) && row.getSnoozedUntil() != null)
          .map(row ->
              new Snoozed(
                  ReminderKind.find(row.getName()).orElse(null),
                  Objects.requireNonNull(row.getSnoozedUntil()),
                  new Person(
                      Objects.requireNonNull(row.getSnoozedBy()),
                      Objects.requireNonNull(row.getSnoozedByName()))))
          .toList();
    }
  }
}
