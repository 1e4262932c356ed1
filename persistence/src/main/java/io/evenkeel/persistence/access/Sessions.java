package io.evenkeel.persistence.access;

import static io.evenkeel.persistence.generated.Tables.PERSON;
import static io.evenkeel.persistence.generated.Tables.WEB_SESSION;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/** Who is signed in to the pages, found by the hash of what their browser sends. */
public final class Sessions {
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final DSLContext sql;

  public Sessions(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** The same hash is never begun twice. */
  public void begin(byte[] hash, PersonId person, Instant now, Instant expires) {
    sql.insertInto(WEB_SESSION)
        .set(WEB_SESSION.HASH, hash)
        .set(WEB_SESSION.PERSON, person)
        .set(WEB_SESSION.SIGNED_IN_AT, now)
        .set(WEB_SESSION.SEEN_AT, now)
        .set(WEB_SESSION.EXPIRES_AT, expires)
        .execute();
  }

  /**
   * Whose session that is, while it lasts and they are active members of the workspace; noted as
   * seen at most once a minute.
   *
   * @param idle how long it lasts without being seen
   */
  public Optional<Person> of(byte[] hash, Duration idle, Instant now) {
    var found =
        sql.select(PERSON.ID, PERSON.NAME, WEB_SESSION.SEEN_AT)
            .from(WEB_SESSION)
            .join(PERSON)
            .on(PERSON.ID.eq(WEB_SESSION.PERSON))
            .where(WEB_SESSION.HASH.eq(hash))
            .and(WEB_SESSION.EXPIRES_AT.gt(now))
            .and(WEB_SESSION.SEEN_AT.gt(now.minus(idle)))
            .and(PERSON.ACTIVE.isTrue())
            .and(PERSON.BOT.isFalse())
            .and(PERSON.GUEST.isFalse())
            .fetchOptional();
    found
        .filter(row -> row.value3().isBefore(now.minus(NOTED_EVERY)))
        .ifPresent(_ ->
            sql.update(WEB_SESSION)
                .set(WEB_SESSION.SEEN_AT, now)
                .where(WEB_SESSION.HASH.eq(hash))
                .and(WEB_SESSION.SEEN_AT.lt(now))
                .execute());
    return found.map(row -> new Person(row.value1(), row.value2()));
  }

  /** Whether there was one. */
  public boolean end(byte[] hash) {
    return sql.deleteFrom(WEB_SESSION).where(WEB_SESSION.HASH.eq(hash)).execute() == 1;
  }

  /** All of somebody's; returns how many there were. */
  public int endOf(PersonId person) {
    return sql.deleteFrom(WEB_SESSION).where(WEB_SESSION.PERSON.eq(person)).execute();
  }

  /** Takes away what has ended by itself. */
  public void forgetEnded(Duration idle, Instant now) {
    sql.deleteFrom(WEB_SESSION)
        .where(WEB_SESSION.EXPIRES_AT.le(now).or(WEB_SESSION.SEEN_AT.le(now.minus(idle))))
        .execute();
  }
}
