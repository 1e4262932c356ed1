package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.check.Checker;
import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.rig.Bot;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.chaos.rig.CommandLine;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.faults.Fault;
import java.time.Duration;
import java.time.InstantSource;

/** A bot at work on a database that will be lost, and then on another one. */
final class Branch implements AutoCloseable {
  private static final String ALICE = "U0ALICE";

  final SlackSandbox slack = SlackSandbox.start(0, Settings.forTests(InstantSource.system()));
  Postgres postgres;
  private Bot bot;

  Branch(Postgres postgres) {
    this.postgres = postgres;
    bot = start();
  }

  private Bot start() {
    return Bot.start(BotSettings.fast(postgres.url(), slack.apiUrl()).withYaml(BotSettings.UNPACED))
        .ready();
  }

  Typist typist(Ledger ledger) {
    return new Typist(ledger, slack, () -> bot.port(), () -> Duration.ZERO);
  }

  /** So many commands of each kind, all acknowledged. */
  void works(Ledger ledger, int commands) {
    Typist alice = typist(ledger);
    assertThat(alice.say(ALICE, "declare --new Disks are slow %s").said()).contains("Declared");
    for (int i = 0; i < commands; i++) {
      alice.say(ALICE, "update --incident-id INC-1 still slow %s");
      alice.say(ALICE, "task --incident-id INC-1 look at disk %s");
    }
  }

  void slackGoesAway() {
    settled();
    slack.faults().add(Fault.always("*", Fault.Kind.ERROR, 0));
  }

  void slackIsBack() {
    slack.faults().clear();
  }

  int pending() {
    return Checker.open(postgres.url());
  }

  void settled() {
    Waiting.until(
        "everything is done", Duration.ofSeconds(60), () -> Checker.settled(postgres.url()));
  }

  /** Nothing changes while it does that: what is asked of the server afterwards is as then. */
  void whileTheBotStands(Runnable deed) {
    bot.pause();
    deed.run();
    bot.resume();
  }

  /** The server's files are gone, and the bot is stopped until there is another. */
  void theDatabaseIsLost() {
    postgres.close();
    bot.close();
  }

  /** Every hash chain of it holds. */
  void verified(Postgres restored) {
    var verify = CommandLine.run(restored.url(), "verify");
    assertThat(verify.exit()).as(verify.said()).isZero();
    assertThat(verify.said()).containsPattern("Checked: [1-9][0-9]*\\. Broken: 0\\.");
  }

  void goesOnWith(Postgres restored) {
    postgres = restored;
    bot = start();
  }

  @Override
  public void close() {
    bot.close();
    postgres.close();
    slack.close();
  }
}
