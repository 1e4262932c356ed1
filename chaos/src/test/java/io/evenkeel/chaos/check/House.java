package io.evenkeel.chaos.check;

import io.evenkeel.bot.Main;
import io.evenkeel.bot.Running;
import io.evenkeel.bot.config.Parsed;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** The bot as it is, in this process, with a Postgres and a simulated Slack, and a ledger. */
final class House implements AutoCloseable {
  private static final int TRIES = 10;

  final SlackSandbox slack = SlackSandbox.start(0, Settings.forTests(InstantSource.system()));
  final Ledger ledger = new Ledger();
  private final Postgres postgres = Postgres.migrated();
  final String url = postgres.url();
  private final Running bot;
  private final Connection past;
  private final AtomicInteger triggers = new AtomicInteger();

  House(Path folder) throws IOException, SQLException {
    Path config = Files.writeString(folder.resolve("evenkeel.yaml"), BotSettings.UNPACED);
    bot = Main.start(settings(config), InstantSource.system());
    past = DriverManager.getConnection(url);
    eventually("people are known", () -> number("select count(*) from person") > 0);
  }

  private io.evenkeel.bot.config.Settings settings(Path config) {
    var environment =
        Map.of(
            "PORT",
            "0",
            "BIND_ADDRESS",
            "127.0.0.1",
            "BASE_URL",
            "http://127.0.0.1:3000",
            "DATABASE_URL",
            url,
            "SLACK_SIGNING_SECRET",
            Settings.SIGNING_SECRET,
            "SLACK_BOT_TOKEN",
            Settings.BOT_TOKEN,
            "SLACK_API_URL",
            slack.apiUrl(),
            "EVENKEEL_CONFIG",
            config.toString());
    return switch (io.evenkeel.bot.config.Settings.parse(environment)) {
      case Parsed.Ready<io.evenkeel.bot.config.Settings>(var settings) -> settings;
      case Parsed.Faulty<io.evenkeel.bot.config.Settings>(var faults) ->
          throw new IllegalStateException(faults.toString());
    };
  }

  /**
   * Alice types it in #general; what she saw stands in the ledger. On a late machine she may read
   * "NOT recorded", and types it again.
   */
  Ledger.Sent say(String text) {
    Ledger.Sent sent = said(text);
    for (int tries = 1; sent.claim() == Said.NOT_RECORDED && tries < TRIES; tries++) {
      sent = said(text);
    }
    return sent;
  }

  private Ledger.Sent said(String text) {
    var sent = send(text);
    ledger.add(sent);
    return sent;
  }

  /** The same, and the ledger knows nothing of it. */
  Ledger.Sent send(String text) {
    return new Slash("trigger-" + triggers.incrementAndGet(), text)
        .send(bot.port(), slack.baseUrl());
  }

  /** Everything is done, and checked. */
  Report settled() {
    eventually("everything is done", () -> Checker.settled(url));
    return check();
  }

  Report check() {
    return Checker.check(ledger, url, slack);
  }

  /** As the superuser, past the bot; returns how many rows it touched. */
  int sql(String statement) {
    try (var sql = past.createStatement()) {
      return sql.executeUpdate(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  int number(String query) {
    return postgres.number(query);
  }

  static void eventually(String what, BooleanSupplier holds) {
    Waiting.until(what, Duration.ofSeconds(60), holds);
  }

  @Override
  public void close() throws SQLException {
    bot.close();
    slack.close();
    past.close();
    postgres.close();
  }
}
