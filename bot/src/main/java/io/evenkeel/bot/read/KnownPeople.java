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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The people of the workspace as they were last synced. Whoever was seen once is remembered, so
 * that a command costs no query for its speaker, and a mention is understood while Postgres is
 * away.
 */
public final class KnownPeople implements Directory {
  private static final Logger log = LoggerFactory.getLogger(KnownPeople.class);

  /** A command waits no longer than this for a name; its own time to be recorded comes after. */
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private static final Duration FRESH = Duration.ofMinutes(5);

  private final Database database;
  private final Map<PersonId, Known> seen = new ConcurrentHashMap<>();
  private final Map<PersonId, Loading> loading = new ConcurrentHashMap<>();

  private record Known(Person person, ZoneId zone, long readAt) {}

  /** A look-up under way; whoever comes later than its patience does not wait for it again. */
  private record Loading(CountDownLatch done, long until) {}

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

  @Override
  public List<Person> everybody() {
    return database.query(PATIENCE, tx -> new People(tx).everybody());
  }

  /** The zone in which the person reads clocks; UTC while it is not known. */
  public ZoneId zone(PersonId id) {
    return known(id).map(Known::zone).orElse(ZoneOffset.UTC);
  }

  private Optional<Known> known(PersonId id) {
    @Nullable Known known = seen.get(id);
    if (known == null) {
      await(load(id));
    } else if (System.nanoTime() - known.readAt() > FRESH.toNanos()) {
      load(id);
    }
    return Optional.ofNullable(seen.get(id));
  }

  private Loading load(PersonId id) {
    return loading.computeIfAbsent(
        id,
        _ -> {
          var begun = new Loading(new CountDownLatch(1), System.nanoTime() + PATIENCE.toNanos());
          Thread.ofVirtual().start(() -> look(id, begun));
          return begun;
        });
  }

  private void look(PersonId id, Loading begun) {
    try {
      database
          .query(tx -> {
            var people = new People(tx);
            return people
                .byId(id)
                .map(person -> new Known(person, people.zone(id), System.nanoTime()));
          })
          .ifPresent(known -> seen.put(id, known));
    } catch (Unavailable _) {
      // Whoever waits goes on with the name that came with the request.
      return;
    } finally {
      loading.remove(id);
      begun.done().countDown();
    }
  }

  private static void await(Loading begun) {
    try {
      boolean done = begun.done().await(begun.until() - System.nanoTime(), TimeUnit.NANOSECONDS);
      log.debug("a name was looked up in time: {}", done);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
