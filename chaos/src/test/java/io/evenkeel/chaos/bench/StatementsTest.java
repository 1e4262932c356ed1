package io.evenkeel.chaos.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.desk.Desk;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.bot.desk.Rehearsal;
import io.evenkeel.bot.schedule.DueSweep;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.grammar.Directory;
import io.evenkeel.grammar.Grammar;
import io.evenkeel.grammar.Speaker;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.persistence.NotRecorded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Each statement is a way to Postgres and back: of a command while the incident is locked, of a
 * look several times a second.
 */
final class StatementsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
  private static final Person ALICE = new Person(new PersonId("U1"), "alice");
  private static final ChannelId ROOM = new ChannelId("C1");

  @Test
  void aNoteTakesSevenStatementsAnUpdateNineAndALookThatFindsNothingTwo() throws SQLException {
    var settings = new HashMap<>(StatementLog.SETTINGS);
    settings.put("log_statement", "all");
    try (var postgres = Postgres.migrated(settings, List.of());
        var connection = DriverManager.getConnection(postgres.url());
        var database = Database.open(new DatabaseSettings(postgres.url(), "postgres", "", 2))) {
      var desk = new Desk(database, SeverityScale.STANDARD, () -> {});
      Waiting.until("a first command is in time", () -> rehearsed(database));
      say(desk, "declare API down");
      postgres.execute("insert into slack_object values (1, 'channel', 'C1', 'C1', now())");
      say(desk, "note the replica is healthy");
      say(desk, "update the database is back");

      var sweep = new DueSweep(database, desk, Duration.ofDays(7));
      assertThat(sweep.sweep(NOW)).as("plans when to look at the incident again").isZero();
      assertThat(sweep.sweep(NOW.plusSeconds(59))).isZero();
      assertThat(sweep.sweep(NOW.plusSeconds(60))).isZero();
      say(desk, "note all is well");

      Path log = StatementLog.file(connection);
      Waiting.until("all is logged", () -> commands(log).size() == 4);
      assertThat(commands(log).get(1)).as("a note").hasSizeLessThanOrEqualTo(7);
      assertThat(commands(log).get(2)).as("an update").hasSizeLessThanOrEqualTo(9);
      var last = transactions(log).reversed();
      assertThat(last.get(0)).isEqualTo(commands(log).getLast());
      assertThat(last.get(1)).as("a look that asks what is unhurried").hasSize(4);
      assertThat(last.get(2)).as("a look").hasSizeLessThanOrEqualTo(2);
      assertThat(last.get(3)).as("the look before").hasSizeGreaterThan(4);
      assertThat(last.get(4)).isEqualTo(commands(log).get(2));
    }
  }

  /** On a busy machine the first may be over its time, as every class is loaded for it. */
  private static boolean rehearsed(Database database) {
    try {
      Rehearsal.run(database, SeverityScale.STANDARD, NOW);
      return true;
    } catch (NotRecorded _) {
      return false;
    }
  }

  private static List<List<StatementLog.Statement>> commands(Path log) {
    try {
      return StatementLog.commands(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<StatementLog.Statement>> transactions(Path log) {
    try {
      return StatementLog.transactions(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(Desk desk, String text) {
    var nobody =
        new Directory() {
          @Override
          public Optional<Person> byId(PersonId id) {
            return Optional.empty();
          }

          @Override
          public List<Person> named(String name) {
            return List.of();
          }
        };
    var speaker =
        new Speaker(ALICE, NOW, ZoneOffset.UTC, nobody, SeverityScale.STANDARD, Roles.STANDARD);
    var act = (Utterance.Act) Grammar.parse(text, speaker);
    var answer =
        desk.handle(InboxKey.trigger("T1", text, text), act, new Actor.Human(ALICE), ROOM, NOW);
    assertThat(answer.recorded()).as(text).isTrue();
  }
}
