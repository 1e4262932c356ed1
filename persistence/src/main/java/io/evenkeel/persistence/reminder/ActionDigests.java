package io.evenkeel.persistence.reminder;

import static io.evenkeel.persistence.generated.Tables.ACTION_DIGEST;
import static io.evenkeel.persistence.generated.Tables.ACTION_ITEM;
import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static io.evenkeel.persistence.generated.Tables.PERSON;

import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Errand;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.people.People;
import io.evenkeel.reminder.Digest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Whom to tell of their action items that are due, in the morning, in one message. */
public final class ActionDigests {
  private final DSLContext sql;

  public ActionDigests(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** Something to be done after an incident. */
  public record Owed(IncidentNumber incident, ActionItem item) {}

  private record Somebody(ZoneId zone, Instant told, List<LocalDate> due) {}

  /** Who is to be told by now and was not told this morning. */
  public List<Due> due(Instant now, int most) {
    Map<PersonId, Somebody> people = new LinkedHashMap<>();
    sql.selectDistinct(ACTION_ITEM.OWNER, PERSON.ZONE, ACTION_DIGEST.AT, ACTION_ITEM.DUE_ON)
        .from(ACTION_ITEM)
        .join(INCIDENT)
        .on(INCIDENT.NUMBER.eq(ACTION_ITEM.INCIDENT))
        .leftJoin(PERSON)
        .on(PERSON.ID.eq(ACTION_ITEM.OWNER))
        .leftJoin(ACTION_DIGEST)
        .on(ACTION_DIGEST.PERSON.eq(ACTION_ITEM.OWNER))
        .where(open(Digest.lastDay(now)))
        .and(ACTION_ITEM.DUE_ON.ge(Digest.firstDay(now)))
        .orderBy(ACTION_ITEM.OWNER)
        .forEach(row -> {
          Instant told = row.value3();
          people
              .computeIfAbsent(
                  Objects.requireNonNull(row.value1()),
                  _ ->
                      new Somebody(
                          People.zone(row.value2()),
                          told == null ? Instant.EPOCH : told,
                          new ArrayList<>()))
              .due()
              .add(Objects.requireNonNull(row.value4()));
        });
    var due = new ArrayList<Due>();
    people.forEach((person, one) ->
        Digest.due(one.due(), one.zone(), one.told(), now)
            .filter(_ -> due.size() < most)
            .ifPresent(at ->
                due.add(
                    new Due.OfHouse("actions:" + person, at, new Errand.TellOfActions(person)))));
    return due;
  }

  /** What somebody has to do up to that day, the oldest first; nothing of drills. */
  public List<Owed> of(PersonId person, LocalDate day) {
    return sql.select(ACTION_ITEM.fields())
        .from(ACTION_ITEM)
        .join(INCIDENT)
        .on(INCIDENT.NUMBER.eq(ACTION_ITEM.INCIDENT))
        .where(open(day))
        .and(ACTION_ITEM.OWNER.eq(person))
        .orderBy(ACTION_ITEM.DUE_ON, ACTION_ITEM.INCIDENT, ACTION_ITEM.NUMBER)
        .fetchInto(ACTION_ITEM)
        .map(row ->
            new Owed(
                row.getIncident(),
                new ActionItem(
                    row.getNumber(),
                    new Person(person, Objects.requireNonNull(row.getOwnerName())),
                    row.getText(),
                    row.getDueOn(),
                    new Person(row.getRecordedBy(), row.getRecordedByName()),
                    row.getRecordedAt(),
                    null)));
  }

  /** Somebody was told in that morning. */
  public void told(PersonId person, Instant at) {
    sql.insertInto(ACTION_DIGEST)
        .set(ACTION_DIGEST.PERSON, person)
        .set(ACTION_DIGEST.AT, at)
        .onConflict(ACTION_DIGEST.PERSON)
        .doUpdate()
        .set(ACTION_DIGEST.AT, at)
        .execute();
  }

  private static Condition open(LocalDate upTo) {
    return ACTION_ITEM
        .CLOSED_AT
        .isNull()
        .and(ACTION_ITEM.OWNER.isNotNull())
        .and(ACTION_ITEM.DUE_ON.le(upTo))
        .and(INCIDENT.MODE.ne(Mode.DRILL));
  }
}
