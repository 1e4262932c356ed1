package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.ROLE_ASSIGNMENT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleTerm;
import io.evenkeel.persistence.generated.tables.records.RoleAssignmentRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** Who holds and held which role. A row is released once and never changed again. */
final class Custody {
  private final DSLContext sql;

  Custody(DSLContext sql) {
    this.sql = sql;
  }

  void insert(Incident incident, Map<Role, Incident.Holder> holders, Actor by) {
    if (holders.isEmpty()) {
      return;
    }
    var rows = new ArrayList<RoleAssignmentRecord>();
    holders.forEach((role, holder) -> {
      var row = new RoleAssignmentRecord();
      row.setIncident(incident.number());
      row.setRole(role);
      row.setPerson(holder.person().id());
      row.setPersonName(holder.person().name());
      row.setActing(holder.acting());
      row.setAssumedAt(holder.since());
      row.setAssignedBy(ActorText.of(by).actor());
      rows.add(row);
    });
    sql.insertInto(ROLE_ASSIGNMENT).set(rows).execute();
  }

  void change(Incident before, Incident next, Actor by) {
    List<Role> released =
        before.roles().entrySet().stream()
            .filter(held -> !held.getValue().equals(next.roles().get(held.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    if (!released.isEmpty()) {
      sql.update(ROLE_ASSIGNMENT)
          .set(ROLE_ASSIGNMENT.RELEASED_AT, next.recordedAt())
          .set(ROLE_ASSIGNMENT.RELEASED_BY, ActorText.of(by).actor())
          .where(ROLE_ASSIGNMENT.INCIDENT.eq(next.number()))
          .and(ROLE_ASSIGNMENT.ROLE.in(released))
          .and(ROLE_ASSIGNMENT.RELEASED_AT.isNull())
          .execute();
    }
    var assumed = new LinkedHashMap<>(next.roles());
    assumed.entrySet().removeAll(before.roles().entrySet());
    insert(next, assumed, by);
  }

  /** Who holds what now, in the order in which the roles were assumed. */
  Map<IncidentNumber, Map<Role, Incident.Holder>> held(Collection<IncidentNumber> incidents) {
    return sql
        .selectFrom(ROLE_ASSIGNMENT)
        .where(ROLE_ASSIGNMENT.INCIDENT.in(incidents))
        .and(ROLE_ASSIGNMENT.RELEASED_AT.isNull())
        .orderBy(ROLE_ASSIGNMENT.ID)
        .stream()
        .collect(
            groupingBy(
                RoleAssignmentRecord::getIncident,
                toMap(
                    RoleAssignmentRecord::getRole,
                    Custody::holder,
                    (first, _) -> first,
                    LinkedHashMap::new)));
  }

  List<RoleTerm> terms(IncidentNumber incident) {
    return sql.selectFrom(ROLE_ASSIGNMENT)
        .where(ROLE_ASSIGNMENT.INCIDENT.eq(incident))
        .orderBy(ROLE_ASSIGNMENT.ID)
        .fetch(row ->
            new RoleTerm(
                row.getRole(),
                new Person(row.getPerson(), row.getPersonName()),
                row.getActing(),
                row.getAssumedAt(),
                row.getReleasedAt(),
                row.getReleasedBy()));
  }

  private static Incident.Holder holder(RoleAssignmentRecord row) {
    return new Incident.Holder(
        new Person(row.getPerson(), row.getPersonName()), row.getActing(), row.getAssumedAt());
  }
}
