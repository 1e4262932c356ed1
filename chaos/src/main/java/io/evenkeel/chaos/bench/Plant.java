package io.evenkeel.chaos.bench;

import io.evenkeel.chaos.rig.Bot;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** What is measured: a Postgres that flushes, a simulated Slack and the bot, each on its own. */
final class Plant implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** The channels are there at once: what is measured comes later, at Slack's rates. */
  private static final String HASTE =
      """
      delivery:
        poll: 50ms
        posts_per_second: 1000
        per_minute:
      """
          + List.of(
                  "conversations.create",
                  "conversations.setTopic",
                  "conversations.list",
                  "conversations.info",
                  "conversations.invite",
                  "conversations.history",
                  "conversations.replies",
                  "users.conversations",
                  "chat.update",
                  "bookmarks.list",
                  "bookmarks.add",
                  "pins.add")
              .stream()
              .map("    %s: 100000\n"::formatted)
              .reduce("", String::concat);

  private static final String AS_SHIPPED = "delivery:\n  lease: 30s\n";

  private final Postgres postgres;
  private final SlackServer slack;
  private final Bot bot;
  private final List<Room> rooms;

  private Plant(Postgres postgres, SlackServer slack, Bot bot, List<Room> rooms) {
    this.postgres = postgres;
    this.slack = slack;
    this.bot = bot;
    this.rooms = rooms;
  }

  /** Everything runs, the incidents are open and nothing is left to be done in Slack. */
  static Plant start(Options options) throws IOException {
    var settings = new HashMap<>(StatementLog.SETTINGS);
    settings.put("shared_buffers", "256MB");
    settings.put("max_wal_size", "4GB");
    Postgres postgres = Postgres.migrated(settings, List.of());
    people(postgres);
    Path workspace = Files.createTempDirectory("evenkeel-bench").resolve("slack.json");
    try (SlackServer hasty = SlackServer.start(workspace, 0);
        Bot hurried = bot(postgres, hasty, HASTE, options).ready()) {
      declare(hurried, options.incidents() + Options.QUIET);
      Waiting.until("every channel is there", PATIENCE, () -> idle(postgres));
    }
    copy(postgres);
    SlackServer slack = SlackServer.start(workspace, 1);
    Bot bot = bot(postgres, slack, AS_SHIPPED, options).ready();
    return new Plant(postgres, slack, bot, rooms(postgres));
  }

  private static Bot bot(Postgres postgres, SlackServer slack, String yaml, Options options) {
    return Bot.start(
        BotSettings.fast(postgres.url(), slack.apiUrl())
            .withYaml(yaml)
            .withJvm(List.of())
            .with("DATABASE_POOL_SIZE", Integer.toString(options.connections())));
  }

  static String userId(int number) {
    return String.format(Locale.ROOT, "U0BENCH%02d", number);
  }

  static String userName(int number) {
    return "bench" + number;
  }

  /** As if they had been synced from Slack. */
  private static void people(Postgres postgres) {
    for (int i = 1; i <= Options.PEOPLE; i++) {
      postgres.execute(
          "insert into person (id, name, synced_at) values ('%s', '%s', now())"
              .formatted(userId(i), userName(i)));
    }
  }

  private static void declare(Bot bot, int incidents) throws IOException {
    var subjects = List.of("api", "web shop", "search", "mail", "billing");
    try (var door = new Door(bot.port())) {
      for (int i = 0; i < incidents; i++) {
        String title = subjects.get(i % subjects.size()) + " slow in cell " + i;
        var said = new Typed("U0ALICE", "alice", "C0GENERAL", "declare --new " + title);
        Door.Answer answer = door.send(said.request(InstantSource.system().instant()));
        if (!answer.recorded()) {
          throw new IllegalStateException("no incident was declared: " + answer);
        }
      }
    }
  }

  private static boolean idle(Postgres postgres) {
    return postgres.number(
            "select count(*) from effect where state in ('READY', 'SENDING', 'UNKNOWN')")
        == 0;
  }

  private static List<Room> rooms(Postgres postgres) {
    try (Connection connection = DriverManager.getConnection(postgres.url());
        var sql = connection.createStatement();
        var rows =
            sql.executeQuery(
                "select incident, channel from slack_object where purpose = 'channel'"
                    + " order by incident")) {
      var rooms = new ArrayList<Room>();
      while (rows.next()) {
        rooms.add(new Room(rows.getInt(1), rows.getString(2)));
      }
      return rooms;
    } catch (SQLException e) {
      throw new IllegalStateException("the channels cannot be read", e);
    }
  }

  /** The database once more, for plain JDBC; only while nobody else is connected. */
  private static void copy(Postgres postgres) {
    on(postgres, "template1", "create database ceiling template postgres");
  }

  private static void on(Postgres postgres, String database, String statement) {
    try (Connection connection = DriverManager.getConnection(url(postgres, database));
        var sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  private static String url(Postgres postgres, String database) {
    return postgres.url().replace("/postgres?", "/" + database + "?");
  }

  String copyUrl() {
    return url(postgres, "ceiling");
  }

  /** Both databases' planners know what is in the tables. */
  void analyze() {
    on(postgres, "postgres", "vacuum analyze");
    on(postgres, "ceiling", "vacuum analyze");
  }

  /** How many commands stand in the inbox. */
  long recorded() {
    return postgres.number("select count(*) from inbox where key like 'trigger:%'");
  }

  /** Where Postgres keeps its data. */
  Path data() {
    try (Connection connection = DriverManager.getConnection(postgres.url());
        var sql = connection.createStatement();
        var row = sql.executeQuery("show data_directory")) {
      row.next();
      return Path.of(row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException("the data folder is not known", e);
    }
  }

  /** Each flush takes 1 ms more from now on, as on a disk behind a network. */
  void slowerFlush() {
    postgres.execute("alter system set commit_delay = 1000");
    postgres.execute("alter system set commit_siblings = 0");
    postgres.execute("select pg_reload_conf()");
  }

  Postgres postgres() {
    return postgres;
  }

  Bot bot() {
    return bot;
  }

  List<Room> rooms() {
    return rooms;
  }

  @Override
  public void close() throws IOException {
    bot.close();
    slack.close();
    postgres.close();
  }
}
