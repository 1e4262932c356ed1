package io.evenkeel.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.persistence.DatabaseSettings;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EraseTest extends Terminal {
  @Test
  void whatSomebodySaidIsCountedErasedAndTheChainsVerify() {
    DatabaseSettings database = withAlice();
    run(database, "run", "declare alice saw the API down", "--as", "alice");
    run(database, "run", "task @alice look at the disk --incident-id INC-1", "--as", "alice");
    run(database, "run", "note the secret words --incident-id INC-1", "--as", "alice");
    assertThat(exported(database)).contains("the secret words");

    out.reset();
    assertThat(run(database, "erase", "@alice")).isZero();
    assertThat(out()).contains("alice (U0ALICE): ", "would be erased", "--yes", "In INC-1.");
    assertThat(exported(database)).contains("the secret words");

    out.reset();
    assertThat(run(database, "erase", "@alice", "--yes", "--reason", "asked for it")).isZero();
    assertThat(out()).contains("were erased.", "Not touched: who spoke");
    assertThat(exported(database)).doesNotContain("the secret words").contains("alice");
    assertThat(exported(database, "--audience", "outside"))
        .as("under a name in one place and an id in another they are still one person")
        .contains("incident commander saw the API down")
        .doesNotContainIgnoringCase("alice");

    out.reset();
    assertThat(run(database, "verify")).isZero();
    assertThat(out()).contains("INC-1 sound", "Audit sound, 1 entries", "Broken: 0");
  }

  @Test
  void oneEntryIsErased() {
    DatabaseSettings database = withIncidents("API down");
    assertThat(run(database, "erase", "INC-1", "1", "--yes")).isZero();
    assertThat(out()).startsWith("INC-1 entry 1: 1 timeline entries and 0 texts");
    assertThat(run(database, "verify")).isZero();
  }

  @Test
  void whoIsNotKnownOrNotClearIsSaid() {
    DatabaseSettings database = withAlice();
    assertThat(run(database, "erase", "zoltan", "--yes")).isEqualTo(2);
    assertThat(err()).contains("nobody here goes by \"zoltan\"", "user id");
    assertThat(run(database, "erase", "api", "3")).isEqualTo(2);
    assertThat(err()).contains("\"api\" is no incident");
    var away = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 1);
    assertThat(run(away, "erase", "alice")).isEqualTo(2);
    assertThat(err()).contains("Nothing was erased: ", "DATABASE_OWNER_USER");
  }

  private String exported(DatabaseSettings database, String... more) {
    out.reset();
    run(
        database,
        Stream.concat(Stream.of("export", "INC-1"), Stream.of(more)).toArray(String[]::new));
    return out();
  }
}
