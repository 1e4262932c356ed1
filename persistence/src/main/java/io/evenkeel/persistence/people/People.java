package io.evenkeel.persistence.people;

import static io.evenkeel.persistence.generated.Tables.PERSON;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.splitPart;

import io.evenkeel.grammar.Directory;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.generated.tables.records.PersonRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/** Who is known. A person's name here is their user name. */
public final class People implements Directory {
  /** A statement may bind 65,535 values; these are 9 each. */
  private static final int AT_ONCE = 1000;

  private final DSLContext sql;

  public People(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /** Also somebody whose account was deactivated. */
  @Override
  public Optional<Person> byId(PersonId id) {
    return sql.select(PERSON.ID, PERSON.NAME)
        .from(PERSON)
        .where(PERSON.ID.eq(id))
        .fetchOptional(Records.mapping(Person::new));
  }

  /** Somebody whose account is active; no bot. */
  public Optional<Person> active(PersonId id) {
    return sql.select(PERSON.ID, PERSON.NAME)
        .from(PERSON)
        .where(PERSON.ID.eq(id))
        .and(PERSON.ACTIVE.isTrue())
        .and(PERSON.BOT.isFalse())
        .fetchOptional(Records.mapping(Person::new));
  }

  /** Whether they are in the workspace as a guest, or of another one. */
  public boolean guest(PersonId id) {
    return sql.fetchExists(PERSON, PERSON.ID.eq(id).and(PERSON.GUEST.isTrue()));
  }

  /** Everybody active but bots, by user name. */
  @Override
  public List<Person> everybody() {
    return sql.select(PERSON.ID, PERSON.NAME)
        .from(PERSON)
        .where(PERSON.ACTIVE.isTrue())
        .and(PERSON.BOT.isFalse())
        .orderBy(PERSON.NAME, PERSON.ID)
        .fetch(Records.mapping(Person::new));
  }

  /**
   * All the names a person goes by.
   *
   * @param user the user name
   * @param display "" when they set none
   * @param real "" when it is not known
   */
  public record Called(PersonId id, String user, String display, String real) {}

  /** Everybody who was ever known, but bots, also whose account was deactivated. */
  public List<Called> called() {
    return sql.select(PERSON.ID, PERSON.NAME, PERSON.DISPLAY_NAME, PERSON.REAL_NAME)
        .from(PERSON)
        .where(PERSON.BOT.isFalse())
        .orderBy(PERSON.NAME, PERSON.ID)
        .fetch(Records.mapping(Called::new));
  }

  /**
   * Who goes by that user id or name, with or without {@code @}; several where it is not clear. One
   * whose user name it is comes before those whom it only resembles.
   */
  public List<Person> meant(String typed) {
    String name = typed.strip().replaceFirst("^@", "");
    Optional<Person> known = byId(new PersonId(name.isEmpty() ? "-" : name));
    if (known.isPresent()) {
      return List.of(known.get());
    }
    List<Person> named = named(name);
    var exactly = named.stream().filter(one -> one.name().equalsIgnoreCase(name)).toList();
    return exactly.size() == 1 ? exactly : named;
  }

  /** Bots are not offered. By user name. */
  @Override
  public List<Person> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return sql.select(PERSON.ID, PERSON.NAME)
        .from(PERSON)
        .where(PERSON.ACTIVE.isTrue())
        .and(PERSON.BOT.isFalse())
        .and(
            lower(PERSON.NAME)
                .eq(wanted)
                .or(lower(PERSON.DISPLAY_NAME).eq(wanted))
                .or(lower(splitPart(PERSON.REAL_NAME, inline(" "), inline(1))).eq(wanted)))
        .orderBy(PERSON.NAME, PERSON.ID)
        .fetch(Records.mapping(Person::new));
  }

  /** The zone in which a person reads clocks; UTC while it is not known. */
  public ZoneId zone(PersonId id) {
    return sql.select(PERSON.ZONE)
        .from(PERSON)
        .where(PERSON.ID.eq(id))
        .fetchOptional(PERSON.ZONE)
        .map(People::zone)
        .orElse(ZoneOffset.UTC);
  }

  /** Adds who is new and brings the others up to date. Nobody may be in the list twice. */
  public void store(List<Profile> profiles, Instant now) {
    List<PersonRecord> rows = profiles.stream().map(profile -> row(profile, now)).toList();
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      sql.insertInto(PERSON)
          .set(rows.subList(from, Math.min(from + AT_ONCE, rows.size())))
          .onConflict(PERSON.ID)
          .doUpdate()
          .setAllToExcluded()
          .execute();
    }
  }

  private static PersonRecord row(Profile profile, Instant now) {
    return new PersonRecord(
        profile.id(),
        profile.name(),
        profile.displayName(),
        profile.realName(),
        profile.zone(),
        profile.bot(),
        profile.active(),
        now,
        profile.guest());
  }

  /** The zone of that name; UTC for one that is not known here. */
  public static ZoneId zone(@Nullable String name) {
    try {
      if (name == null) {
        return ZoneOffset.UTC;
      }
      return ZoneId.of(name);
    } catch (DateTimeException _) {
      return ZoneOffset.UTC;
    }
  }
}
