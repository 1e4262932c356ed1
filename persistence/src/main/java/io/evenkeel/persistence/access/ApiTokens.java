package io.evenkeel.persistence.access;

import static io.evenkeel.persistence.generated.Tables.API_TOKEN;
import static io.evenkeel.persistence.generated.Tables.PERSON;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;

/** Tokens of the API, found by their hash. */
public final class ApiTokens {
  /** A token that is used all the time is written about once in so long. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private static final Field<String> OWNER = PERSON.NAME.as("owner");

  private final DSLContext sql;

  public ApiTokens(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * Keeps a new one.
   *
   * @param hash SHA-256 of the token, 32 bytes
   * @param by who made it
   * @return false when the name was used before, by a revoked or expired one, too
   */
  public boolean add(ApiToken token, byte[] hash, String by) {
    Person person = token.person();
    return sql.insertInto(API_TOKEN)
            .set(API_TOKEN.NAME, token.name())
            .set(API_TOKEN.HASH, hash)
            .set(API_TOKEN.SCOPES, token.scopes().toArray(String[]::new))
            .set(API_TOKEN.PERSON, person == null ? null : person.id())
            .set(API_TOKEN.CREATED_AT, token.createdAt())
            .set(API_TOKEN.CREATED_BY, by)
            .set(API_TOKEN.EXPIRES_AT, token.expiresAt())
            .onConflict(API_TOKEN.NAME)
            .doNothing()
            .execute()
        == 1;
  }

  /** The token with this hash, also when it is revoked or expired. */
  public Optional<ApiToken> find(byte[] hash) {
    return tokens().where(API_TOKEN.HASH.eq(hash)).fetchOptional(ApiTokens::read);
  }

  /** All there ever were, by name. */
  public List<ApiToken> all() {
    return tokens().orderBy(API_TOKEN.NAME).fetch(ApiTokens::read);
  }

  /** Notes that it was used, at most once a minute. */
  public void used(ApiToken token, Instant now) {
    Instant last = token.lastUsedAt();
    if (last == null || last.isBefore(now.minus(NOTED_EVERY))) {
      sql.update(API_TOKEN)
          .set(API_TOKEN.LAST_USED_AT, now)
          .where(API_TOKEN.NAME.eq(token.name()))
          .and(
              API_TOKEN.LAST_USED_AT.isNull().or(API_TOKEN.LAST_USED_AT.lt(now.minus(NOTED_EVERY))))
          .execute();
    }
  }

  /** False when there is none of that name, or it is revoked already. */
  public boolean revoke(String name, Instant now) {
    return sql.update(API_TOKEN)
            .set(API_TOKEN.REVOKED_AT, now)
            .where(API_TOKEN.NAME.eq(name))
            .and(API_TOKEN.REVOKED_AT.isNull())
            .execute()
        == 1;
  }

  private SelectOnConditionStep<? extends Record> tokens() {
    return sql.select(API_TOKEN.asterisk(), OWNER)
        .from(API_TOKEN)
        .leftJoin(PERSON)
        .on(PERSON.ID.eq(API_TOKEN.PERSON));
  }

  private static ApiToken read(Record row) {
    PersonId owner = row.get(API_TOKEN.PERSON);
    return new ApiToken(
        row.get(API_TOKEN.NAME),
        List.of(row.get(API_TOKEN.SCOPES)),
        owner == null ? null : person(owner, row.get(OWNER)),
        row.get(API_TOKEN.CREATED_AT),
        row.get(API_TOKEN.EXPIRES_AT),
        row.get(API_TOKEN.LAST_USED_AT),
        row.get(API_TOKEN.REVOKED_AT));
  }

  private static Person person(PersonId id, @Nullable String name) {
    return new Person(id, name == null ? id.value() : name);
  }
}
