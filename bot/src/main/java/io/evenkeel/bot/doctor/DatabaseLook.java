package io.evenkeel.bot.doctor;

import io.evenkeel.bot.config.Settings;
import io.evenkeel.persistence.DatabaseFacts;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.Inspection;
import io.evenkeel.persistence.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Postgres: there, of our schema, with the right role, quick enough, and safe for what we say. */
final class DatabaseLook {
  private static final Duration SLOW_COMMIT = Duration.ofMillis(50);
  private static final Duration CLOCKS = Duration.ofSeconds(30);

  private final InstantSource clock;

  DatabaseLook(InstantSource clock) {
    this.clock = clock;
  }

  List<Finding> at(Settings.Database settings) {
    var as = new DatabaseSettings(settings.url(), settings.user(), settings.password().value(), 1);
    var found = new ArrayList<Finding>();
    try (Inspection database = Inspection.open(as)) {
      look(as, database, found);
    } catch (Unavailable e) {
      found.add(found.isEmpty() ? away(as, e) : cutShort(as, e));
    }
    return found;
  }

  private static Finding away(DatabaseSettings as, Unavailable why) {
    return Finding.fail(
        "database",
        as + " does not answer: " + reason(why),
        "Check DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD, and whether this machine may"
            + " reach it");
  }

  private static Finding cutShort(DatabaseSettings as, Unavailable why) {
    return Finding.fail(
        "database",
        as + " answered, but could not be asked everything: " + reason(why),
        "Look at the log of Postgres and at how busy it is, and run doctor again");
  }

  private void look(DatabaseSettings as, Inspection database, List<Finding> found) {
    DatabaseFacts facts = database.facts();
    Finding clocks = clock(facts);
    found.add(Finding.ok("database", as + ", PostgreSQL " + facts.version()));
    if (facts.schema() >= 0) {
      found.add(schema(facts));
    }
    if (facts.schema() != 0) {
      found.add(role(facts));
      List<String> risks = database.risks();
      if (risks.isEmpty()) {
        found.add(Finding.ok("durability", "what is acknowledged survives a crash"));
      }
      for (String risk : risks) {
        found.add(
            Finding.fail(
                "durability",
                risk,
                "Change it in postgresql.conf: what was acknowledged must last"));
      }
    }
    Duration commit = database.commitTakes();
    String took = "a commit takes " + millis(commit);
    found.add(
        commit.compareTo(SLOW_COMMIT) > 0
            ? Finding.warn(
                "commit",
                took,
                "Look at the disk of Postgres and the way to it: every command waits for one"
                    + " commit")
            : Finding.ok("commit", took));
    found.add(clocks);
  }

  private static Finding schema(DatabaseFacts facts) {
    if (facts.schema() == facts.wanted()) {
      return Finding.ok("schema", "version " + facts.schema());
    }
    if (facts.schema() > facts.wanted()) {
      return Finding.warn(
          "schema",
          "version " + facts.schema() + " is newer than this program's " + facts.wanted(),
          "Fine while a new version is rolled out; else run the newer program");
    }
    return Finding.fail(
        "schema",
        facts.schema() == 0
            ? "there are no tables yet"
            : "version " + facts.schema() + " is older than this program's " + facts.wanted(),
        "Run: java -jar bot/target/evenkeel.jar migrate");
  }

  private static Finding role(DatabaseFacts facts) {
    String as =
        facts.login().equals(facts.role())
            ? facts.role()
            : facts.login() + ", working as " + facts.role();
    if (!facts.writesIncidents()) {
      return Finding.fail(
          "role",
          as + " may not write incidents",
          "As the owner: GRANT evenkeel_app TO \"" + facts.login() + "\"");
    }
    return facts.rewritesTimeline()
        ? Finding.warn(
            "role",
            as + " could change recorded timelines",
            "Let the bot log in as a user that does not own the tables, with GRANT evenkeel_app")
        : Finding.ok("role", as + ": cannot change what was recorded");
  }

  private Finding clock(DatabaseFacts facts) {
    Instant here = clock.instant();
    Duration off = Duration.between(facts.clock(), here);
    String said = "this machine's is " + off.abs().toMillis() / 1000.0 + " s off the database's";
    return off.abs().compareTo(CLOCKS) > 0
        ? Finding.warn(
            "clock", said, "Have both follow a time server: the timeline is stamped here")
        : Finding.ok("clock", said);
  }

  static String millis(Duration duration) {
    return "%.1f ms".formatted(duration.toNanos() / 1e6);
  }

  private static String reason(Throwable failed) {
    Throwable deepest = failed;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null
        ? deepest.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
