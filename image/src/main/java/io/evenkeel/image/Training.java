package io.evenkeel.image;

import io.evenkeel.chaos.check.Checker;
import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.rig.Bot;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.chaos.rig.Client;
import io.evenkeel.chaos.rig.FollowUps;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bot that works for a moment against a Postgres and the simulated Slack. */
final class Training implements AutoCloseable {
  private static final String ALICE = "U0ALICE";
  private static final String GENERAL = "C0GENERAL";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Postgres postgres = Postgres.migrated();
  private final SlackSandbox slack =
      SlackSandbox.start(
          0, Settings.forTests(InstantSource.system()).withRateScale(0), new FollowUps());

  Postgres postgres() {
    return postgres;
  }

  /** How it is started there; the pace as shipped. */
  BotSettings settings() {
    return BotSettings.fast(postgres.url(), slack.apiUrl())
        .withYaml("delivery: {poll: 250ms}\n")
        .withJvm(List.of());
  }

  /** {@code serve} with that command line in front, ready. */
  Bot serve(List<String> command) {
    return serving(command).ready();
  }

  /** The same, not ready yet. */
  Bot serving(List<String> command) {
    var all = new ArrayList<>(command);
    all.add("serve");
    return Bot.by(all, settings());
  }

  /** A few commands of each kind, all done in Slack when this returns. */
  void work(Bot bot) {
    slack.pointAt(bot.address());
    var client = new Client(new Ledger(), FollowUps.at(slack.baseUrl()), List.of(bot.address()));
    String declared =
        client.say(ALICE, GENERAL, "declare --new API is down --severity SEV-2").said();
    Matcher number = Pattern.compile("INC-\\d+").matcher(declared);
    if (!number.find()) {
      throw new IllegalStateException("nothing was declared: " + declared + "\n" + bot.logged());
    }
    String to = " --incident-id " + number.group() + " ";
    for (String said :
        List.of(
            "note" + to + "the pool is full",
            "update" + to + "we enlarge the pool --status identified",
            "task" + to + "look at the backups",
            "decision" + to + "no deploys for now",
            "mitigate" + to + "pool enlarged",
            "list",
            "help",
            "resolve" + to + "pool enlarged for good")) {
      var _ = client.say(ALICE, GENERAL, said);
    }
    Waiting.until("all is done in Slack", PATIENCE, () -> Checker.open(postgres.url()) == 0);
    for (String page : List.of("/readyz", "/healthz", "/metrics")) {
      var _ = bot.get(page);
    }
  }

  /**
   * Makes the AOT cache of that stage: classes as they are once they were loaded and linked, and
   * what was learnt of hot methods, from a run of this very runtime and these jars.
   */
  void cache(Stage stage) {
    cache(stage, stage.command());
  }

  /** The same for another command line, which ends in the jar. */
  void cache(Stage stage, List<String> command) {
    Path cache = stage.cache();
    var recording = new ArrayList<>(command);
    recording.add(1, "-XX:AOTCacheOutput=" + cache);
    Bot bot = serve(recording);
    work(bot);
    bot.terminate();
    Waiting.until("the cache is written", PATIENCE, () -> !bot.runs());
    if (!Files.exists(cache)) {
      throw new IllegalStateException("no AOT cache came of it:\n" + bot.logged());
    }
  }

  @Override
  public void close() {
    slack.close();
    postgres.close();
  }
}
