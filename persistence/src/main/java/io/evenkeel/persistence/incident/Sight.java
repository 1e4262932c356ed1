package io.evenkeel.persistence.incident;

import static io.evenkeel.persistence.generated.Tables.INCIDENT;
import static io.evenkeel.persistence.generated.Tables.INCIDENT_MEMBER;
import static io.evenkeel.persistence.generated.Tables.ROLE_ASSIGNMENT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;

import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Visibility;
import org.jooq.Condition;

/** Which incidents are whose, as conditions on the table of incidents. */
final class Sight {
  static final Condition OPEN =
      INCIDENT.STATUS.in(
          OpenStatuses.ALL.stream().map(status -> inline(status, INCIDENT.STATUS)).toList());

  private static final Condition PUBLIC =
      INCIDENT.VISIBILITY.eq(inline(Visibility.PUBLIC, INCIDENT.VISIBILITY));

  private Sight() {}

  /** A private one is seen by its declarer, role holders past and present, and members. */
  static Condition visibleTo(PersonId person) {
    if (PublicOnly.bound()) {
      return PUBLIC;
    }
    return PUBLIC.or(INCIDENT.DECLARED_BY.eq(person)).or(held(person)).or(joined(person));
  }

  /** The person declared it, holds a role in it now, or is a member. */
  static Condition concerns(PersonId person) {
    Condition concerned = concerned(person);
    return PublicOnly.bound() ? PUBLIC.and(concerned) : concerned;
  }

  private static Condition concerned(PersonId person) {
    return INCIDENT
        .DECLARED_BY
        .eq(person)
        .or(
            exists(
                selectOne()
                    .from(ROLE_ASSIGNMENT)
                    .where(ROLE_ASSIGNMENT.INCIDENT.eq(INCIDENT.NUMBER))
                    .and(ROLE_ASSIGNMENT.PERSON.eq(person))
                    .and(ROLE_ASSIGNMENT.RELEASED_AT.isNull())))
        .or(joined(person));
  }

  private static Condition held(PersonId person) {
    return exists(
        selectOne()
            .from(ROLE_ASSIGNMENT)
            .where(ROLE_ASSIGNMENT.INCIDENT.eq(INCIDENT.NUMBER))
            .and(ROLE_ASSIGNMENT.PERSON.eq(person)));
  }

  private static Condition joined(PersonId person) {
    return exists(
        selectOne()
            .from(INCIDENT_MEMBER)
            .where(INCIDENT_MEMBER.INCIDENT.eq(INCIDENT.NUMBER))
            .and(INCIDENT_MEMBER.PERSON.eq(person))
            .and(INCIDENT_MEMBER.PRESENT.isTrue()));
  }
}
