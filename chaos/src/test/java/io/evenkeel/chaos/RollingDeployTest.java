package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.check.Checker;
import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.rig.Bot;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.faults.Fault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Row 22: an old and a new version at once, and each old one is asked to end under load. The bot
 * that one test ends with is the other's.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class RollingDeployTest {
  private static final int ROUNDS = 2;
  private static final int TYPISTS = 4;
  private static final int INCIDENTS = 4;
  private static final int MORE = 40;
  private static final Duration DRAIN = Duration.ofSeconds(25);

  private final Ledger ledger = new Ledger();
  private final Postgres postgres = Postgres.migrated();
  private final SlackSandbox slack =
      SlackSandbox.start(0, Settings.forTests(InstantSource.system()));
  private Bot bot = start().ready();

  @AfterAll
  void close() {
    bot.close();
    slack.close();
    postgres.close();
  }

  @Test
  void eachOldOneDrainsUnderLoadAndNothingIsLost() {
    var port = new AtomicInteger(bot.port());
    var typist = new Typist(ledger, slack, port::get, () -> Duration.ZERO);
    for (int i = 0; i < INCIDENTS; i++) {
      typist.say("U0ALICE", "declare --new Deploying %s");
    }
    // So that calls are under way whenever one is asked to end.
    slack.faults().add(Fault.always("chat.postMessage", Fault.Kind.SLOW, 300));
    var stop = new AtomicBoolean();
    var load =
        CompletableFuture.runAsync(
            () -> Typist.keepTyping(Collections.nCopies(TYPISTS, typist), INCIDENTS, stop),
            Thread::startVirtualThread);
    Duration longest = Duration.ZERO;
    for (int round = 0; round < ROUNDS; round++) {
      Bot next = start().ready();
      moreIsAnswered();
      port.set(next.port());
      Duration drained = ends(bot);
      longest = drained.compareTo(longest) > 0 ? drained : longest;
      moreIsAnswered();
      bot = next;
    }
    stop.set(true);
    load.join();
    slack.faults().clear();

    assertThat(longest).isLessThan(DRAIN);
    assertThat(ledger.all()).as("an answer to everybody").allMatch(sent -> sent.status() == 200);
    Row.ends(
        "22: %d stopped under load, longest drain %d ms,".formatted(ROUNDS, longest.toMillis()),
        0,
        ledger,
        postgres,
        slack);
  }

  @Test
  void whatANewerVersionHasQueuedIsLeftToItAndEverythingElseGoesOn() {
    var typist = new Typist(ledger, slack, bot::port, () -> Duration.ZERO);
    typist.say("U0ALICE", "declare --new Before the deploy %s");
    Waiting.until("INC-1 is done", () -> Checker.settled(postgres.url()));
    postgres.execute(
        "insert into effect (stream, seq, kind, version, key, payload, state, recorded_at)"
            + " select 'INC-1/channel', max(seq) + 1, 'refresh-card', 99, 'from-a-newer-one',"
            + " '{\"unheard\": \"of\"}', 'READY', now() from effect where stream ="
            + " 'INC-1/channel'");
    postgres.execute("update effect_stream set due_at = now() where id = 'INC-1/channel'");

    typist.say("U0ALICE", "declare --new During the deploy %s");
    typist.say("U0ALICE", "note --incident-id INC-1 waits behind it %s");

    Waiting.until(
        "INC-2 is done, and of INC-1 what is not behind the newer one",
        () ->
            postgres.number(
                    "select count(*) from effect where state in ('READY', 'SENDING', 'UNKNOWN')"
                        + " and stream <> 'INC-1/channel'")
                == 0);
    assertThat(
            postgres.number(
                "select count(*) from effect where version = 99 and state = 'READY' and attempts"
                    + " = 0 and reason is null"))
        .as("left as it was")
        .isOne();

    // The newer one is here: it understands what it wrote.
    postgres.execute("update effect set version = 1, payload = '{}' where version = 99");
    Row.ends("22: with a newer one's effect in a queue,", 0, ledger, postgres, slack);
  }

  private Bot start() {
    return Bot.start(
        BotSettings.fast(postgres.url(), slack.apiUrl()).withYaml(BotSettings.UNPACED));
  }

  private static Duration ends(Bot bot) {
    long began = System.nanoTime();
    bot.terminate();
    Waiting.until("it has drained", DRAIN, () -> !bot.runs());
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void moreIsAnswered() {
    long before = ledger.answered();
    Waiting.until("more is answered", () -> ledger.answered() >= before + MORE);
  }
}
