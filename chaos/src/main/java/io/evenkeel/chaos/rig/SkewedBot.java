package io.evenkeel.chaos.rig;

import io.evenkeel.bot.Main;
import io.evenkeel.bot.Running;
import io.evenkeel.bot.config.Parsed;
import io.evenkeel.bot.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** The bot on a clock that is wrong by as many milliseconds as a file says, and may jump. */
final class SkewedBot {
  private SkewedBot() {}

  /**
   * @param arguments the file
   */
  public static void main(String[] arguments) throws InterruptedException {
    Path file = Path.of(arguments[0]);
    var stopped = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    Running bot = Main.start(settings(), () -> now(file));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopped.countDown();
                  await(closed);
                },
                "shutdown"));
    stopped.await();
    bot.close();
    closed.countDown();
  }

  private static Instant now(Path file) {
    try {
      long wrong = Long.parseLong(Files.readString(file).strip());
      return InstantSource.system().instant().plusMillis(wrong);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Settings settings() {
    return switch (Settings.parse(System.getenv())) {
      case Parsed.Ready<Settings>(var settings) -> settings;
      case Parsed.Faulty<Settings>(var faults) ->
          throw new IllegalStateException(faults.toString());
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
