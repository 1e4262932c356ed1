package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CliTest extends Terminal {
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

  @Test
  void whatKeepsTheBotFromBeingServedIsSaidAndEndsInTwo() {
    var environment = new TreeMap<>(environment(withIncidents()));
    environment.put("SLACK_SIGNING_SECRET", "secret");
    environment.put("SLACK_BOT_TOKEN", "xoxb-1");
    trouble = new IllegalStateException("Port 3000 is taken: set PORT to a free one.");

    assertThat(cli(environment).run("serve")).isEqualTo(2);
    assertThat(err()).isEqualTo("Port 3000 is taken: set PORT to a free one.\n");
    assertThat(out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| Which command? serve, migrate, doctor, export, import, lint, drill, verify, erase,"
            + " restored, run, token, slo, alert, sign-out, service, runbook, config, help",
        "token | Which one? token create, token list or token revoke",
        "drill | Which one? drill lint or drill report",
        "slo | Which one? slo lint, slo rules or slo dashboard",
        "service | Which one? service import or service readiness",
        "runbook | Say what to do: evenkeel runbook lint",
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
}
