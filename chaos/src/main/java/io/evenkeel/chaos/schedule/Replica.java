package io.evenkeel.chaos.schedule;

import io.evenkeel.chaos.rig.Bot;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.chaos.rig.Waiting;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * One bot that is started again after each kill. What is done to it happens one after the other.
 */
final class Replica implements AutoCloseable {
  private final ExecutorService hand =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  /** Without Postgres it is not ready however long one waits. */
  private static final Duration UP = Duration.ofSeconds(8);

  private final Bot bot;
  private int kills;

  Replica(BotSettings settings) {
    bot = Bot.start(settings);
  }

  URI address() {
    return bot.address();
  }

  /**
   * SIGKILL, then it is started again. What comes next for it waits until it is ready, but for
   * every fifth time, when it may be hit while it starts.
   */
  void kill(Runnable killed) {
    hand.execute(() -> {
      bot.kill();
      killed.run();
      bot.startAgain();
      kills++;
      if (kills % 5 != 0) {
        long deadline = System.nanoTime() + UP.toNanos();
        while (!ready() && System.nanoTime() < deadline) {
          LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
      }
    });
  }

  /** SIGSTOP, and SIGCONT after so long. */
  void pause(Duration length) {
    hand.execute(() -> {
      bot.pause();
      LockSupport.parkNanos(length.toNanos());
      bot.resume();
    });
  }

  /** Returns once everything asked for is over and it is ready; at most a minute after that. */
  void calm() {
    try {
      hand.submit(() -> Waiting.until("a replica is ready", Duration.ofMinutes(1), this::ready))
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(bot.logged(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  String logged() {
    return bot.logged();
  }

  private boolean ready() {
    return bot.status("/readyz") == 200;
  }

  @Override
  public void close() {
    hand.shutdownNow();
    bot.close();
  }
}
