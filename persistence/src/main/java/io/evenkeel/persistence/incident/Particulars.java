package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static io.evenkeel.persistence.generated.Tables.INCIDENT_MILESTONE;
import static io.evenkeel.persistence.generated.Tables.ROLE_ASSIGNMENT;
import static org.jooq.impl.DSL.val;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Milestones;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Role;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * The roles and milestones of one incident, in one statement: every command reads them, and each
 * way to the database and back costs it a tenth of its time.
 */
record Particulars(Map<Role, Incident.Holder> roles, Milestones milestones) {
  private static final String BOTH =
      """
      select role, person, person_name, acting, assumed_at, null as milestone, null::timestamptz
        as at, null::integer as entry, id
      from role_assignment where incident = {0} and released_at is null
      union all
      select null, null, null, null, null, milestone, at, entry, null
      from incident_milestone where incident = {0}
      order by id\
      """;

  static Particulars of(DSLContext sql, IncidentNumber incident) {
    var roles = new LinkedHashMap<Role, Incident.Holder>();
    var marks = new EnumMap<Milestone, Milestones.Mark>(Milestone.class);
    sql.resultQuery(BOTH, val(incident, INCIDENT.NUMBER))
        .coerce(
            ROLE_ASSIGNMENT.ROLE,
            ROLE_ASSIGNMENT.PERSON,
            ROLE_ASSIGNMENT.PERSON_NAME,
            ROLE_ASSIGNMENT.ACTING,
            ROLE_ASSIGNMENT.ASSUMED_AT,
            INCIDENT_MILESTONE.MILESTONE,
            INCIDENT_MILESTONE.AT,
            INCIDENT_MILESTONE.ENTRY,
            ROLE_ASSIGNMENT.ID)
        .forEach(row -> {
          Role role = row.value1();
          if (role == null) {
            marks.put(row.value6(), new Milestones.Mark(row.value7(), row.value8()));
          } else {
            var person = new Person(row.value2(), row.value3());
            roles.put(role, new Incident.Holder(person, row.value4(), row.value5()));
          }
        });
    return new Particulars(roles, new Milestones(marks));
  }
}
