package io.evenkeel.persistence.people;

import static io.evenkeel.persistence.generated.Tables.PERSON;
import static io.evenkeel.persistence.generated.Tables.USER_GROUP_MEMBER;
import static org.jooq.impl.DSL.selectOne;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.generated.tables.records.UserGroupMemberRecord;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Records;

/** Who is in which Slack user group, as Slack last told. Groups go by handle, without {@code @}. */
public final class UserGroups {
  private final DSLContext sql;

  public UserGroups(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** False also for a group that is not known. */
  public boolean contains(String handle, PersonId person) {
    return sql.fetchExists(
        selectOne()
            .from(USER_GROUP_MEMBER)
            .where(USER_GROUP_MEMBER.HANDLE.eq(lower(handle)))
            .and(USER_GROUP_MEMBER.PERSON.eq(person)));
  }

  /** Everybody in it who is active, by user name; nobody for a group that is not known. */
  public List<Person> members(String handle) {
    return sql.select(PERSON.ID, PERSON.NAME)
        .from(USER_GROUP_MEMBER)
        .join(PERSON)
        .on(PERSON.ID.eq(USER_GROUP_MEMBER.PERSON))
        .where(USER_GROUP_MEMBER.HANDLE.eq(lower(handle)))
        .and(PERSON.ACTIVE.isTrue())
        .and(PERSON.BOT.isFalse())
        .orderBy(PERSON.NAME)
        .fetch(Records.mapping(Person::new));
  }

  /** These are its members from now on, and nobody else. */
  public void store(String handle, Collection<PersonId> members) {
    sql.deleteFrom(USER_GROUP_MEMBER).where(USER_GROUP_MEMBER.HANDLE.eq(lower(handle))).execute();
    var rows =
        members.stream()
            .distinct()
            .map(person -> new UserGroupMemberRecord(lower(handle), person))
            .toList();
    if (!rows.isEmpty()) {
      sql.insertInto(USER_GROUP_MEMBER).set(rows).execute();
    }
  }

  private static String lower(String handle) {
    return handle.toLowerCase(Locale.ROOT);
  }
}
