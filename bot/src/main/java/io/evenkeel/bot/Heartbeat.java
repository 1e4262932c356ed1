package io.evenkeel.bot;

import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.NotRecorded;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.replica.Replicas;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the database now and then, so that a full disk, a standby in the primary's place or a
 * commit that hangs is noticed before a person notices.
 */
final class Heartbeat {
  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

  private static final Duration BETWEEN = Duration.ofSeconds(3);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final String id = UUID.randomUUID().toString();
  private final Database database;
  private final String version;
  private final Runnable rehearsal;
  private Optional<String> last = Optional.empty();
  private long next = System.nanoTime();

  /**
   * @param rehearsal writes to the tables of a command and takes it back: a disk that has room for
   *     one small row may have none for them
   */
  Heartbeat(Database database, String version, Runnable rehearsal) {
    this.database = database;
    this.version = version;
    this.rehearsal = rehearsal;
  }

  /** Why Postgres takes no writes, in words; empty while it does. Writes at most every 3 s. */
  synchronized Optional<String> trouble() {
    boolean suspect = database.refusesWrites() && last.isEmpty();
    if (suspect || System.nanoTime() - next >= 0) {
      Optional<String> found = beat();
      if (found.isPresent() != last.isPresent()) {
        log.warn("{}", found.orElse("Postgres takes writes again."));
      }
      last = found;
      next = System.nanoTime() + (found.isPresent() ? AFTER_FAILURE : BETWEEN).toNanos();
    }
    return last;
  }

  private Optional<String> beat() {
    try {
      database.query(
          LIMIT,
          tx -> {
            new Replicas(tx).seen(id, version);
            return id;
          });
      if (database.refusesWrites()) {
        rehearsal.run();
        database.takesWritesAgain();
      }
      return Optional.empty();
    } catch (Unavailable e) {
      return Optional.of(words(e.state()));
    } catch (NotRecorded e) {
      return Optional.of(words(e.state()));
    }
  }

  /** By SQLSTATE (PostgreSQL's manual, appendix "Error Codes"). */
  private static String words(String state) {
    return switch (state) {
      case "25006" ->
          "Postgres takes no writes, as a standby does: point DATABASE_URL at the primary, or name"
              + " all hosts in it.";
      case "53100" -> "Postgres has no room on its disk: make room there.";
      case "", "57014", "55P03", "08006", "57P01" ->
          "Postgres does not confirm writes in time: look for a disk that is slow or full, a lock,"
              + " or a synchronous standby that is away.";
      default -> "Postgres refuses writes (SQLSTATE " + state + "): its log says why.";
    };
  }
}
