package io.evenkeel.bot.read;

import io.evenkeel.grammar.Directory;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.people.People;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The people of the workspace as they were last synced. Whoever was seen once is remembered, so
 * that a command costs no query for its speaker, and a mention is understood while Postgres is
 * away.
 */
public final class KnownPeople implements Directory {
  /** A command waits no longer than this for a name; its own time to be recorded comes after. */
  private static final Duration PATIENCE = Duration.ofMillis(400);

  private static final Duration FRESH = Duration.ofMinutes(5);

  private final Database database;
  private final Map<PersonId, Known> seen = new ConcurrentHashMap<>();

  private record Known(Person person, ZoneId zone, long readAt) {}

  public KnownPeople(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Person> byId(PersonId id) {
    return known(id).map(Known::person);
  }

  /**
   * @throws Unavailable while Postgres is away: an unknown name must not be blamed on the person
   */
  @Override
  public List<Person> named(String name) {
    return database.query(PATIENCE, tx -> new People(tx).named(name));
  }

  /** The zone in which the person reads clocks; UTC while it is not known. */
  public ZoneId zone(PersonId id) {
    return known(id).map(Known::zone).orElse(ZoneOffset.UTC);
  }

  private Optional<Known> known(PersonId id) {
    @Nullable Known known = seen.get(id);
    if (known == null) {
      return load(id);
    }
    if (System.nanoTime() - known.readAt() > FRESH.toNanos()) {
      seen.put(id, new Known(known.person(), known.zone(), System.nanoTime()));
      Thread.ofVirtual().start(() -> load(id));
    }
    return Optional.of(known);
  }

  private Optional<Known> load(PersonId id) {
    try {
      Optional<Known> found =
          database.query(
              PATIENCE,
              tx -> {
                var people = new People(tx);
                return people
                    .byId(id)
                    .map(person -> new Known(person, people.zone(id), System.nanoTime()));
              });
      found.ifPresent(known -> seen.put(id, known));
      return found;
    } catch (Unavailable _) {
      return Optional.ofNullable(seen.get(id));
    }
  }
}
