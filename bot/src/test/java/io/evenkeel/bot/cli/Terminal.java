package io.evenkeel.bot.cli;

import io.evenkeel.bot.RealWorks;
import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.desk.Erasing;
import io.evenkeel.bot.doctor.Finding;
import io.evenkeel.bot.plain.SomePeople;
import io.evenkeel.bot.read.RecordedIncident;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The command line with what it writes, on databases of its own. */
abstract class Terminal {
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final AtomicReference<Settings> served = new AtomicReference<>();

  /** What keeps the bot from being served; null for nothing. */
  @Nullable RuntimeException trouble;

  final int run(DatabaseSettings database, String... arguments) {
    return cli(environment(database)).run(arguments);
  }

  final Cli cli(Map<String, String> environment) {
    return new Cli(environment, new TestWorks(), out, err);
  }

  final String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  final String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  static DatabaseSettings withAlice() {
    DatabaseSettings settings = TestPostgres.migrated();
    try (Database database = Database.open(settings)) {
      SomePeople.known(database);
    }
    return settings;
  }

  static DatabaseSettings withIncidents(String... titles) {
    DatabaseSettings settings = TestPostgres.migrated();
    try (Database database = Database.open(settings)) {
      for (String title : titles) {
        RecordedIncident.resolved(database, title);
      }
    }
    return settings;
  }

  static Map<String, String> environment(DatabaseSettings database) {
    return Map.of("DATABASE_URL", database.url(), "DATABASE_USER", database.user());
  }

  /** As Main wires it, but for the bot itself, which is not served. */
  final class TestWorks implements Works {
    private final Works real = RealWorks.at(() -> Instant.parse("2026-11-21T14:32:00Z"));

    @Override
    public Instant now() {
      return Instant.parse("2026-11-21T12:00:00Z");
    }

    @Override
    public List<Finding> examine(Map<String, String> environment) throws InterruptedException {
      return RealWorks.at(InstantSource.system()).examine(environment);
    }

    @Override
    public int serve(Settings settings) {
      if (trouble != null) {
        throw trouble;
      }
      served.set(settings);
      return Cli.CLEAN;
    }

    @Override
    public int migrate(Settings.Database database) {
      return real.migrate(database);
    }

    @Override
    public Erasing erasing(Settings.Database database) {
      return real.erasing(database);
    }

    @Override
    public Records open(Settings.Reading settings) {
      return real.open(settings);
    }
  }
}
