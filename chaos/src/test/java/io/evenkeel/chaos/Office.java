package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.check.Checker;
import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.check.Mark;
import io.evenkeel.chaos.check.Report;
import io.evenkeel.chaos.rig.Bot;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.chaos.rig.Client;
import io.evenkeel.chaos.rig.FollowUps;
import io.evenkeel.chaos.rig.Logs;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A bot of its own process with a simulated Slack, people who type, and what they saw. */
final class Office implements AutoCloseable {
  static final String ALICE = "U0ALICE";
  static final String GENERAL = "C0GENERAL";

  /**
   * These rows are about Postgres, and Slack's history never lags: posts as fast as they can be,
   * and what may be in Slack is looked for, and swept, during 4 s and not 12.
   */
  private static final String YAML =
      BotSettings.TENTH
          .replace("posts_per_second: 10", "posts_per_second: 1000")
          .replace("settle: 3s", "settle: 1s");

  private static final Duration SLACK_WAITS = Duration.ofSeconds(3);
  private static final Duration DRAINED = Duration.ofSeconds(60);

  final FollowUps later = new FollowUps();
  final SlackSandbox slack =
      SlackSandbox.start(0, Settings.forTests(InstantSource.system()), later);
  final Bot bot;

  /** Of this row. */
  Ledger ledger = new Ledger();

  Client client;
  private final AtomicInteger marks = new AtomicInteger();

  /**
   * The bot is being started.
   *
   * @param databaseUrl JDBC's, as the bot sees it
   */
  Office(String databaseUrl) {
    this(databaseUrl, YAML);
  }

  /** The same with settings of its own. */
  Office(String databaseUrl, String yaml) {
    Logs.forget();
    bot = Bot.start(BotSettings.fast(databaseUrl, slack.apiUrl()).withYaml(yaml));
    client = client();
    slack.pointAt(bot.address());
  }

  private Client client() {
    return new Client(ledger, FollowUps.at(slack.baseUrl()), List.of(bot.address()));
  }

  /** Another row of the list begins: what was said before is checked, and not counted again. */
  void nextRow() {
    ledger = new Ledger();
    client = client();
  }

  /** The words with a mark by which they are found again. */
  String marked(String words) {
    return words + " " + Mark.of(marks.incrementAndGet());
  }

  /** Alice types it in #general and waits. */
  Ledger.Sent say(String text) {
    return client.say(ALICE, GENERAL, text);
  }

  CompletableFuture<Ledger.Sent> saying(String text) {
    return client.saying(ALICE, GENERAL, text);
  }

  /** So many incidents, each declared and acknowledged. */
  void declare(int incidents) {
    for (int i = 1; i <= incidents; i++) {
      String text = marked("declare --new --severity SEV-2 Service trouble");
      Waiting.until("an incident is declared", () -> say(text).said().contains("Declared"));
    }
  }

  /**
   * Waits until everything is done in Slack, then checks every promise and prints the row.
   *
   * @param kills how many processes were killed
   * @param url of the server that holds the truth, with a user who may read everything
   * @param besides what else is told
   */
  Report holds(String row, int kills, String url, String besides) {
    Waiting.until("everything is done in Slack", DRAINED, () -> Checker.settled(url));
    Report report = Checker.check(ledger, url, slack);
    System.out.printf(
        "row %s: kills %d, acknowledged %d, lost %d, duplicates visible %d, gap %.1f s; %s;"
            + " %d not recorded, %d in doubt, slowest answer %d ms%n",
        row,
        kills,
        report.acknowledged(),
        report.lost(),
        report.duplicated(),
        Typist.gap(ledger).toMillis() / 1000.0,
        besides,
        report.notRecorded(),
        report.doubtful(),
        report.slowest().toMillis());
    assertThat(report.clean()).as(report.toString()).isTrue();
    assertThat(report.slowest()).as("every answer within Slack's 3 s").isLessThan(SLACK_WAITS);
    return report;
  }

  @Override
  public void close() {
    bot.close();
    slack.close();
  }
}
