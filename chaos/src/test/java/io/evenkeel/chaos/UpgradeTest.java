package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.check.Checker;
import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.check.Report;
import io.evenkeel.chaos.check.Said;
import io.evenkeel.chaos.rig.Binaries;
import io.evenkeel.chaos.rig.Bot;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.chaos.rig.CommandLine;
import io.evenkeel.chaos.rig.EarlierBuild;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.faults.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * From the jar of an earlier commit ({@code -Dupgrade.from=}, usually the one before) to this
 * build's, under load: migrated while the older replicas serve, then rolled one by one, then back.
 */
@Tag("long")
@ExtendWith(ShowLogs.class)
final class UpgradeTest {
  private static final int REPLICAS = 2;
  private static final int TYPISTS = 4;
  private static final int INCIDENTS = 3;
  private static final int MORE = 60;
  private static final Duration DRAIN = Duration.ofSeconds(25);

  private final Path older = EarlierBuild.jar(System.getProperty("upgrade.from", "HEAD~1"));
  private final Ledger ledger = new Ledger();
  private final List<Bot> inService = new CopyOnWriteArrayList<>();
  private final List<Bot> all = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  @Test
  void nothingIsLostFromTheOlderJarToTheNewerAndBack() {
    // The oldest Postgres that is promised, where it is installed.
    try (var postgres =
            Binaries.installed()
                .map(Postgres::empty)
                .orElseGet(() -> Postgres.empty(Map.of(), List.of()));
        var slack = SlackSandbox.start(0, Settings.forTests(InstantSource.system()))) {
      migrate(CommandLine.of(older.toString(), postgres.url(), "migrate"));
      int before = migrations(postgres);
      for (int i = 0; i < REPLICAS; i++) {
        inService.add(older(postgres, slack));
      }
      var typist = new Typist(ledger, slack, this::port, () -> Duration.ZERO);
      for (int i = 0; i < INCIDENTS; i++) {
        typist.say("U0ALICE", "declare --new Upgrading %s");
      }
      slack.faults().add(Fault.always("chat.postMessage", Fault.Kind.SLOW, 100));
      var stop = new AtomicBoolean();
      var load =
          CompletableFuture.runAsync(
              () -> Typist.keepTyping(Collections.nCopies(TYPISTS, typist), INCIDENTS, stop),
              Thread::startVirtualThread);
      moreIsAnswered();

      migrate(CommandLine.run(postgres.url(), "migrate"));
      int after = migrations(postgres);
      moreIsAnswered();
      long byTheOlder = ledger.answered();
      Duration longest = Duration.ZERO;
      for (Bot old : List.copyOf(inService)) {
        longest = longer(longest, replaced(old, newer(postgres, slack)));
      }
      long byBoth = ledger.answered();
      // And one back, as after an upgrade that was a mistake.
      longest = longer(longest, replaced(inService.getFirst(), older(postgres, slack)));
      stop.set(true);
      load.join();
      slack.faults().clear();

      assertThat(longest).isLessThan(DRAIN);
      assertThat(ledger.all()).as("an answer to everybody").allMatch(sent -> sent.status() == 200);
      Waiting.until("all is done", Duration.ofSeconds(60), () -> Checker.settled(postgres.url()));
      Report report = Checker.check(ledger, postgres.url(), slack);
      System.out.printf(
          "upgrade from %s: migrated from %d to %d under load, %d replicas rolled and one back;"
              + " acknowledged %d (%d before the roll, %d during it), \"NOT recorded\" %d, lost %d,"
              + " duplicated %d, longest drain %d ms, gap %d ms%n",
          System.getProperty("upgrade.from", "HEAD~1"),
          before,
          after,
          REPLICAS,
          report.acknowledged(),
          byTheOlder,
          byBoth - byTheOlder,
          ledger.all().stream().filter(sent -> sent.claim() == Said.NOT_RECORDED).count(),
          report.lost(),
          report.duplicated(),
          longest.toMillis(),
          Typist.gap(ledger).toMillis());
      assertThat(report.clean()).as(report.toString()).isTrue();
      verified(CommandLine.run(postgres.url(), "verify"));
    } finally {
      all.forEach(Bot::close);
    }
  }

  private static void migrate(CommandLine.Ended ended) {
    assertThat(ended.exit()).as(ended.said()).isZero();
  }

  private static void verified(CommandLine.Ended ended) {
    assertThat(ended.exit()).as(ended.said()).isZero();
  }

  private static int migrations(Postgres postgres) {
    return postgres.number("select max(version::int) from flyway_schema_history where success");
  }

  /** A balancer's turn. */
  private int port() {
    return inService.get(Math.floorMod(turn.getAndIncrement(), inService.size())).port();
  }

  private Bot older(Postgres postgres, SlackSandbox slack) {
    return kept(Bot.of(older, settings(postgres, slack)));
  }

  private Bot newer(Postgres postgres, SlackSandbox slack) {
    return kept(Bot.start(settings(postgres, slack)));
  }

  private Bot kept(Bot bot) {
    all.add(bot);
    return bot.ready();
  }

  private static BotSettings settings(Postgres postgres, SlackSandbox slack) {
    return BotSettings.fast(postgres.url(), slack.apiUrl()).withYaml(BotSettings.UNPACED);
  }

  /**
   * As a rollout does: the next one is ready, the old one gets no more, then it is asked to end.
   */
  private Duration replaced(Bot old, Bot next) {
    inService.add(next);
    moreIsAnswered();
    inService.remove(old);
    moreIsAnswered();
    long began = System.nanoTime();
    old.terminate();
    Waiting.until("it has drained", DRAIN, () -> !old.runs());
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private void moreIsAnswered() {
    long before = ledger.answered();
    Waiting.until("more is answered", () -> ledger.answered() >= before + MORE);
  }
}
