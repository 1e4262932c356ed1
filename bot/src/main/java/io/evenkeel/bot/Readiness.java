package io.evenkeel.bot;

import io.evenkeel.bot.delivery.PeopleSync;
import io.evenkeel.persistence.Database;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the bot still waits for before it takes commands. Slack being away is no reason: what is
 * recorded follows later.
 */
final class Readiness implements Supplier<List<String>> {
  private static final Logger log = LoggerFactory.getLogger(Readiness.class);

  /** People's names come first, but nobody waits longer for them. */
  private static final Duration NAMES = Duration.ofSeconds(5);

  private final Database database;
  private final PeopleSync people;
  private final long started = System.nanoTime();
  private volatile boolean warned;

  Readiness(Database database, PeopleSync people) {
    this.database = database;
    this.people = people;
  }

  @Override
  public List<String> get() {
    if (!database.ready()) {
      warned = false;
      return List.of(
          "Postgres does not answer, or its schema is not of this version: check DATABASE_URL and"
              + " run migrate.");
    }
    if (!warned) {
      warned = true;
      database
          .unsafeSettings()
          .forEach(setting ->
              log.warn("Postgres would lose what was acknowledged when it crashes: {}", setting));
    }
    boolean patient = System.nanoTime() - started < NAMES.toNanos();
    if (patient && !people.await(Duration.ZERO)) {
      return List.of("The people of the workspace are being read from Slack.");
    }
    return List.of();
  }
}
