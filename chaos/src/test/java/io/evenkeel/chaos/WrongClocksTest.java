package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.rig.Bot;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row 17: the clocks of replicas are ten minutes off, and jump back. */
final class WrongClocksTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final int MORE = 40;

  @TempDir private Path folder;
  private final Ledger ledger = new Ledger();
  private final AtomicReference<Duration> fast = new AtomicReference<>(TEN_MINUTES);
  private final AtomicReference<Duration> slow = new AtomicReference<>(TEN_MINUTES.negated());

  @Test
  void leasesKnowNoClockButTheDatabasesAndSignaturesNoOtherThanTheirOwn() throws Exception {
    try (var postgres = Postgres.migrated();
        var slack = SlackSandbox.start(0, Settings.forTests(InstantSource.system()));
        var ahead = bot(postgres, slack, "ahead", fast);
        var behind = bot(postgres, slack, "behind", slow);
        var right = Bot.start(BotSettings.fast(postgres.url(), slack.apiUrl()))) {
      ahead.ready();
      behind.ready();
      right.ready();
      wrongTimesAreRefused(slack, right, ahead, behind);

      List<Typist> typists =
          List.of(
              new Typist(ledger, slack, ahead::port, fast::get),
              new Typist(ledger, slack, behind::port, slow::get),
              new Typist(ledger, slack, right::port, () -> Duration.ZERO));
      typists.forEach(typist -> typist.say("U0ALICE", "declare --new Clocks differ %s"));
      var stop = new AtomicBoolean();
      var typing =
          CompletableFuture.runAsync(
              () -> Typist.keepTyping(typists, typists.size(), stop), Thread::startVirtualThread);
      moreIsAnswered();
      jump("ahead", fast, TEN_MINUTES.negated());
      jump("behind", slow, TEN_MINUTES);
      moreIsAnswered();
      // Its streams are taken over when their leases end, whatever anybody's clock says.
      behind.kill();
      moreIsAnswered();
      stop.set(true);
      typing.join();

      Row.ends("17:", 1, ledger, postgres, slack);
      assertThat(
              postgres.number(
                  "select count(*) from (select recorded_at - lag(recorded_at) over (partition by"
                      + " incident order by seq) as step from timeline_entry) s where step <"
                      + " interval '0'"))
          .as("recorded_at never goes back within an incident")
          .isZero();
    }
  }

  /** Slack's time is right: a bot whose clock is wrong takes nothing rather than anything. */
  private static void wrongTimesAreRefused(SlackSandbox slack, Bot right, Bot... wrong) {
    for (Duration off : List.of(TEN_MINUTES, TEN_MINUTES.negated(), Duration.ofSeconds(302))) {
      var replayed = new Typist(new Ledger(), slack, right::port, () -> off);
      assertThat(replayed.say("U0ALICE", "declare --new Replayed").status()).isEqualTo(401);
    }
    for (Bot bot : wrong) {
      var timely = new Typist(new Ledger(), slack, bot::port, () -> Duration.ZERO);
      assertThat(timely.say("U0ALICE", "declare --new In time").status()).isEqualTo(401);
    }
  }

  private void moreIsAnswered() {
    long before = ledger.answered();
    Waiting.until("more is answered", () -> ledger.answered() >= before + MORE);
  }

  private Bot bot(Postgres postgres, SlackSandbox slack, String name, AtomicReference<Duration> off)
      throws IOException {
    jump(name, off, off.get());
    return Bot.skewed(
        BotSettings.fast(postgres.url(), slack.apiUrl()), folder.resolve(name).toAbsolutePath());
  }

  private void jump(String name, AtomicReference<Duration> off, Duration to) throws IOException {
    Path next = Files.writeString(folder.resolve(name + ".next"), Long.toString(to.toMillis()));
    Files.move(
        next,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    off.set(to);
  }
}
