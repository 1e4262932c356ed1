package io.evenkeel.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.config.Parsed;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether the command line finds a database that it can record into. */
final class OpenRecordsTest {

  /** As it looks to a program that has yet to load its classes on a busy machine. */
  @Test
  void aDatabaseThatAnswersLaterThanACommandMayTakeIsThere() {
    DatabaseSettings slow = TestPostgres.migrated();
    TestPostgres.execute(slow, "alter table flyway_schema_history rename to history");
    TestPostgres.execute(
        slow,
        "create view flyway_schema_history as select history.* from history,"
            + " (select pg_sleep(%s) offset 0) as slow"
                .formatted(Database.COMMAND_LIMIT.toMillis() / 1000.0 + 0.1));
    TestPostgres.execute(slow, "grant select on flyway_schema_history to evenkeel_app");

    assertThat(ready(slow)).isTrue();
  }

  @Test
  void oneWithoutThisVersionsTablesIsNotReady() {
    DatabaseSettings old = TestPostgres.migrated();
    TestPostgres.execute(
        old,
        "delete from flyway_schema_history where installed_rank ="
            + " (select max(installed_rank) from flyway_schema_history)");

    assertThat(ready(old)).isFalse();
  }

  @Test
  void oneThatIsNotThereIsNotReady() {
    DatabaseSettings there = TestPostgres.migrated();

    assertThat(
            ready(
                new DatabaseSettings(
                    there.url().replaceFirst("[^/]*$", "nowhere"), "postgres", "", 4)))
        .isFalse();
  }

  private static boolean ready(DatabaseSettings database) {
    var parsed =
        Settings.Reading.parse(
            Map.of("DATABASE_URL", database.url(), "DATABASE_USER", database.user()));
    if (!(parsed instanceof Parsed.Ready(Settings.Reading settings))) {
      throw new AssertionError(parsed);
    }
    try (var records = RealWorks.at(InstantSource.system()).open(settings)) {
      return records.ready();
    }
  }
}
