package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.desk.Desk;
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
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditEntry;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.templates.Postmortems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CliTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicReference<Settings> served = new AtomicReference<>();

  @Test
  void exportWritesTheDocumentAndNothingElse() {
    DatabaseSettings database = withIncidents("API service down", "Another one");

    assertThat(run(database, "export", "INC-1")).isZero();

    assertThat(out())
        .startsWith("---\nincident: INC-1\n")
        .contains("\n# Postmortem: API service down on 2026-11-21\n")
        .contains("Increased connection pool size → 20")
        .endsWith("\n<!-- evenkeel:end coverage -->\n");
    assertThat(err()).isEqualTo("The built-in one is used.\n");
    String first = out();
    out.reset();
    assertThat(run(database, "export", "1", "--format", "md")).isZero();
    assertThat(out()).isEqualTo(first);
  }

  @Test
  void exportWritesTheFormatAndTheTemplateThatAreAskedFor() {
    DatabaseSettings database = withIncidents("API service down");

    assertThat(run(database, "export", "INC-1", "--format=html", "--template", "howie", "--gantt"))
        .isZero();
    assertThat(out()).startsWith("<html>").contains("## Narrative").contains("```mermaid");
    out.reset();
    assertThat(run(database, "export", "INC-1", "--format", "json")).isZero();
    assertThat(out()).isEqualTo("{}");
    assertThat(err()).isEmpty();
  }

  @Test
  void aTemplateThatIsNotThereIsToldWithThoseThatAre() {
    assertThat(run(withIncidents("API service down"), "export", "INC-1", "--template", "howy"))
        .isEqualTo(2);

    assertThat(out()).isEmpty();
    assertThat(err())
        .isEqualTo(
            "There is no template \"howy\". There are: default, google-sre, howie, lightweight,"
                + " pagerduty.\n");
  }

  @Test
  void exportForReadersOutsideNamesNobody() {
    DatabaseSettings database = withIncidents("alice saw the API service down");

    assertThat(run(database, "export", "INC-1", "--audience", "outside")).isZero();

    assertThat(out())
        .contains("incident commander saw the API service down")
        .doesNotContainIgnoringCase("alice");
    assertThat(run(database, "export", "INC-1", "--audience", "outside", "--format", "json"))
        .isEqualTo(2);
  }

  @Test
  void exportOfWhatIsNotThereIsAnErrorInWords() {
    assertThat(run(withIncidents(), "export", "INC-7")).isEqualTo(2);

    assertThat(out()).isEmpty();
    assertThat(err()).isEqualTo("There is no incident INC-7.\n");
  }

  @Test
  void exportWithoutADatabaseSaysWhatToCheck() {
    var away = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 1);

    assertThat(run(away, "export", "INC-1")).isEqualTo(2);

    assertThat(out()).isEmpty();
    assertThat(err()).startsWith("The database could not be read: ").contains("DATABASE_URL");
  }

  @Test
  void anOutputThatCannotBeWrittenIsAnError() {
    DatabaseSettings database = withIncidents("API service down");
    var full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThat(new Cli(environment(database), new TestWorks(), full, err).run("export", "INC-1"))
        .isEqualTo(2);
    assertThat(err()).contains("The output could not be written");
  }

  @Test
  void verifyFindsEveryTimelineSound() {
    assertThat(run(withIncidents("One", "Two"), "verify")).isZero();

    assertThat(out())
        .matches(
            """
            INC-1 sound, 3 entries, head [0-9a-f]{64}
            INC-2 sound, 3 entries, head [0-9a-f]{64}
            Checked: 2\\. Broken: 0\\.
            """);
  }

  @Test
  void verifyFindsAnAuditThatWasChangedPastTheBot() {
    DatabaseSettings database = withIncidents("One");
    try (var open = Database.open(database)) {
      open.query(tx -> {
        new Audit(tx).once(new AuditEntry("evenkeel", "delete-copy", "C1/171.0001", "of INC-1"));
        return true;
      });
    }
    assertThat(run(database, "verify")).isZero();
    assertThat(out()).containsPattern("Audit sound, 1 entries, head [0-9a-f]{64}\n");

    TestPostgres.execute(
        database, "alter table audit disable trigger all; update audit set detail = 'nothing'");
    assertThat(run(database, "verify")).isEqualTo(1);
    assertThat(out()).endsWith("Audit BROKEN at entry 1: it was changed\nChecked: 1. Broken: 1.\n");
  }

  @Test
  void verifyNamesTheTimelineThatWasChangedPastTheBot() {
    DatabaseSettings database = withIncidents("One", "Two");
    TestPostgres.execute(
        database,
        "alter table timeline_entry disable trigger all; update timeline_entry set text = 'nothing"
            + " happened' where incident = 2 and seq = 2");

    assertThat(run(database, "verify")).isEqualTo(1);
    assertThat(out()).contains("INC-1 sound").contains("INC-2 BROKEN at entry 2: ");
    assertThat(out()).endsWith("Checked: 2. Broken: 1.\n");
    assertThat(run(database, "verify", "INC-1")).isZero();
    assertThat(run(database, "verify", "INC-2")).isEqualTo(1);
    assertThat(run(database, "verify", "INC-3")).isEqualTo(2);
  }

  @Test
  void migrateMakesTheTablesAndMayBeRunAgain() {
    DatabaseSettings database = TestPostgres.empty();

    assertThat(run(database, "migrate")).isZero();
    assertThat(err()).startsWith("The schema is up to date: ");
    err.reset();
    assertThat(run(database, "migrate")).isZero();
    assertThat(err()).isEqualTo("The schema was up to date already.\n");
    assertThat(out()).isEmpty();
  }

  @Test
  void migrateWithoutADatabaseSaysWhatToCheck() {
    var away = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 1);

    assertThat(run(away, "migrate")).isEqualTo(2);
    assertThat(err())
        .startsWith("The schema was not brought up to date: ")
        .contains("DATABASE_URL");
  }

  @Test
  void serveStartsOnlyWithSettingsThatAreRight() {
    var environment = new TreeMap<>(environment(withIncidents()));
    assertThat(cli(environment).run("serve")).isEqualTo(2);
    assertThat(err())
        .startsWith("2 settings are wrong, so nothing was started:\n  SLACK_SIGNING_SECRET is")
        .contains("\n  SLACK_BOT_TOKEN is missing. ");
    assertThat(served.get()).isNull();

    environment.put("SLACK_SIGNING_SECRET", "secret");
    environment.put("SLACK_BOT_TOKEN", "xoxb-1");
    assertThat(cli(environment).run("serve")).isEqualTo(0);
    assertThat(served.get().web().port()).isEqualTo(3000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| Which command? serve, migrate, export, import, lint, verify, run, config, help",
        "exprot INC-1 | Did you mean: evenkeel export",
        "export | Missing required parameter: 'INC-42'",
        "export nonsense | \"nonsense\" is no incident: write INC-42",
        "export INC-1 --format pdf | expected one of [MD, HTML, JSON]",
        "export INC-1 --frmat md | Unknown option",
        "verify INC-1 INC-2 | Unmatched argument at index 2: 'INC-2'",
        "serve now | Unmatched argument at index 1: 'now'",
      })
  void whatIsNotUnderstoodEndsInTwoAndPlainWords(String line, String words) {
    String[] arguments = line == null ? new String[0] : line.split(" ");

    assertThat(cli(Map.of()).run(arguments)).isEqualTo(2);

    assertThat(out()).isEmpty();
    assertThat(err()).contains(words).doesNotContain("\tat ", "Exception");
  }

  @Test
  void helpAndVersionAreDocuments() {
    assertThat(cli(Map.of()).run("--help")).isZero();
    assertThat(out()).contains("serve", "migrate", "export", "verify", "Exit code: 0 clean");
    out.reset();
    assertThat(cli(Map.of()).run("--version")).isZero();
    assertThat(out()).startsWith("evenkeel ");
    assertThat(err()).isEmpty();
  }

  private int run(DatabaseSettings database, String... arguments) {
    return cli(environment(database)).run(arguments);
  }

  private Cli cli(Map<String, String> environment) {
    return new Cli(environment, new TestWorks(), out, err);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsRunForSomebodyIsRecordedAsSaidThroughTheCommandLine() {
    DatabaseSettings database = withAlice();

    assertThat(
            run(
                database,
                "run",
                "declare --severity SEV-1 --title \"API service down\" --channel #incidents",
                "--as",
                "alice"))
        .isZero();

    assertThat(out()).startsWith("Declared INC-1 API service down as SEV-1.");
    assertThat(err()).isEmpty();
    out.reset();
    assertThat(run(database, "run", "INC-1", "--as", "@alice")).isZero();
    assertThat(out()).startsWith("INC-1 API service down\nSEV-1 · investigating · T+0m");
    try (var open = Database.open(database)) {
      var entries = open.query(tx -> new Timeline(tx).of(new IncidentNumber(1)));
      assertThat(entries.getFirst().actor().name()).isEqualTo("via token cli for alice");
    }
  }

  @Test
  void theSameKeyRunsOnce() {
    DatabaseSettings database = withAlice();
    String[] same = {"run", "declare API down --new", "--as", "U0ALICE", "--key", "k1"};

    assertThat(run(database, same)).isZero();
    String first = out();
    out.reset();
    assertThat(run(database, same)).isZero();

    assertThat(out()).isEqualTo(first);
    assertThat(run(database, "run", "declare another", "--as", "alice", "--key", "k1"))
        .isEqualTo(2);
    assertThat(err()).startsWith("Nothing was recorded: this key came with something else");
  }

  @ParameterizedTest
  @CsvSource({
    "resolve INC-7 done, alice, 1, There is no INC-7 that you can see. Nothing was recorded.",
    "resolv INC-7 done, alice, 2, Nothing was recorded: I do not know “resolv”.",
    "declare API down, zed, 2, Nothing was recorded: I know nobody called \"zed\".",
  })
  void whatIsNotDoneSaysWhyAndWhatToDo(String command, String as, int exit, String words) {
    assertThat(run(withAlice(), "run", command, "--as", as)).isEqualTo(exit);

    assertThat(out()).isEmpty();
    assertThat(err()).startsWith(words);
  }

  @Test
  void runWithoutItsTablesSaysToMigrate() {
    assertThat(run(TestPostgres.empty(), "run", "list", "--as", "alice")).isEqualTo(2);

    assertThat(err()).startsWith("Nothing was recorded: ").contains("run migrate");
  }

  private static DatabaseSettings withAlice() {
    DatabaseSettings settings = TestPostgres.migrated();
    try (Database database = Database.open(settings)) {
      SomePeople.known(database);
    }
    return settings;
  }

  private static DatabaseSettings withIncidents(String... titles) {
    DatabaseSettings settings = TestPostgres.migrated();
    try (Database database = Database.open(settings)) {
      for (String title : titles) {
        RecordedIncident.resolved(database, title);
      }
    }
    return settings;
  }

  private static Map<String, String> environment(DatabaseSettings database) {
    return Map.of("DATABASE_URL", database.url(), "DATABASE_USER", database.user());
  }

  /** As Main wires it. */
  private final class TestWorks implements Works {
    @Override
    public Instant now() {
      return Instant.parse("2026-11-21T12:00:00Z");
    }

    @Override
    public int serve(Settings settings) {
      served.set(settings);
      return Cli.CLEAN;
    }

    @Override
    public int migrate(Settings.Database database) {
      return Database.migrate(
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
        public boolean ready() {
          return database.ready();
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
