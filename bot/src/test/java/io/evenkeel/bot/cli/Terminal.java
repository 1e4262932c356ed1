package io.evenkeel.bot.cli;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.access.Tokens;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.desk.Desk;
import io.evenkeel.bot.desk.Erasing;
import io.evenkeel.bot.desk.Restoring;
import io.evenkeel.bot.doctor.Checkup;
import io.evenkeel.bot.doctor.Finding;
import io.evenkeel.bot.plain.Reply;
import io.evenkeel.bot.plain.Request;
import io.evenkeel.bot.plain.SomePeople;
import io.evenkeel.bot.plain.Spelled;
import io.evenkeel.bot.plain.Wire;
import io.evenkeel.bot.read.Chains;
import io.evenkeel.bot.read.Colleagues;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.bot.read.KnownPeople;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.read.RecordedIncident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Roles;
import io.evenkeel.oncall.Directory;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.templates.Postmortems;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** As Main wires it. */
  final class TestWorks implements Works {
    @Override
    public Instant now() {
      return Instant.parse("2026-11-21T12:00:00Z");
    }

    @Override
    public List<Finding> examine(Map<String, String> environment) throws InterruptedException {
      return Checkup.of(environment, InstantSource.system());
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
      return Database.migrate(
          new DatabaseSettings(
              database.url(), database.ownerUser(), database.ownerPassword().value(), 1));
    }

    @Override
    public Erasing erasing(Settings.Database database) {
      return new Erasing(
          new DatabaseSettings(
              database.url(), database.ownerUser(), database.ownerPassword().value(), 1));
    }

    private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");

    @Override
    public Records open(Settings.Reading settings) {
      var own = settings.database();
      var database =
          Database.open(
              new DatabaseSettings(own.url(), own.user(), own.password().value(), own.poolSize()));
      var postmortems = Postmortems.load(settings.templates());
      return new Records() {
        @Override
        public Drafts drafts() {
          return new Drafts(database, settings.installation().severities());
        }

        @Override
        public Chains chains() {
          return new Chains(database);
        }

        @Override
        public Optional<Directory> colleagues() {
          return Colleagues.of(database);
        }

        @Override
        public Tokens tokens() {
          return new Tokens(database);
        }

        @Override
        public boolean ready() {
          return database.ready();
        }

        @Override
        public Restoring.Done restored(@Nullable IncidentNumber next) {
          return Restoring.run(database, next);
        }

        @Override
        public Reply say(Request request) {
          return wire().hear(request, NOW);
        }

        @Override
        public Reply write(Wire.Written written) {
          return wire().write(written, NOW);
        }

        private Wire wire() {
          var severities = settings.installation().severities();
          var people = new KnownPeople(database);
          return new Wire(
              new Desk(database, severities, () -> {}),
              new Questions(database),
              new Wire.House(
                  new Spelled(people, "incidents"),
                  people::zone,
                  severities,
                  Roles.STANDARD,
                  null));
        }

        @Override
        public Set<String> templates() {
          return postmortems.names();
        }

        @Override
        public Written write(
            Drafts.Drafted.Found found, Format format, @Nullable String template, boolean gantt) {
          var wanted = new Postmortems.Wanted(template, gantt);
          var document = postmortems.write(found.draft(), wanted);
          return switch (format) {
            case MD -> new Written(document.markdown(), "The built-in one is used.");
            case HTML -> new Written("<html>" + document.markdown(), "");
            case JSON -> new Written("{}", "");
          };
        }

        @Override
        public void close() {
          database.close();
        }
      };
    }
  }
}
