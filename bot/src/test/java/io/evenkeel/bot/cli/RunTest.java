package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.incident.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunTest extends Terminal {
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
}
