package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.persistence.DatabaseSettings;
import org.junit.jupiter.api.Test;

final class RestoredTest extends Terminal {
  @Test
  void saysWhatIsLookedForAndWhereNumbersGoOnAndStandsInTheAudit() {
    DatabaseSettings database = withIncidents("API service down");

    assertThat(run(database, "restored", "--next", "INC-60")).isZero();

    assertThat(out()).isEmpty();
    assertThat(err())
        .containsPattern("[0-9]+ things that are to be done in Slack are looked for there first")
        .contains("The next incident is INC-60.", "Now start the bot.");
    assertThat(run(database, "verify")).isZero();
    assertThat(out()).containsPattern("Audit sound, 1 entries");
  }

  @Test
  void withoutADatabaseItSaysWhatToCheck() {
    var nowhere = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 1);

    assertThat(run(nowhere, "restored")).isEqualTo(2);

    assertThat(err()).contains("Nothing was recorded: Postgres does not answer");
  }
}
