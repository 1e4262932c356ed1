package io.evenkeel.bot;

import io.evenkeel.bot.cli.Cli;
import io.evenkeel.bot.cli.Works;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.desk.Erasing;
import io.evenkeel.bot.doctor.Checkup;
import io.evenkeel.bot.doctor.Finding;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import java.security.Security;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the command line sets in motion. */
final class Operations implements Works {
  private static final Logger log = LoggerFactory.getLogger(Operations.class);

  private final InstantSource clock;
  private final BiFunction<Settings, InstantSource, Running> start;

  /**
   * @param start how a bot is started
   */
  Operations(InstantSource clock, BiFunction<Settings, InstantSource, Running> start) {
    this.clock = clock;
    this.start = start;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public int serve(Settings settings) {
    // A name that moves to another server with a failover is believed no longer than this (in s).
    Security.setProperty("networkaddress.cache.ttl", "2");
    var stopped = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    Running bot = start.apply(settings, clock);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopped.countDown();
                  await(closed);
                },
                "shutdown"));
    log.info("Evenkeel listens on port {}", bot.port());
    await(stopped);
    log.info("Evenkeel stops: what is under way is brought to its end");
    try {
      bot.close();
      log.info("Evenkeel has stopped");
    } finally {
      closed.countDown();
    }
    return Cli.CLEAN;
  }

  @Override
  public int migrate(Settings.Database database) {
    return Database.migrate(owner(database));
  }

  @Override
  public Erasing erasing(Settings.Database database) {
    return new Erasing(owner(database));
  }

  private static DatabaseSettings owner(Settings.Database database) {
    return new DatabaseSettings(
        database.url(), database.ownerUser(), database.ownerPassword().value(), 1);
  }

  @Override
  public List<Finding> examine(Map<String, String> environment) throws InterruptedException {
    return Checkup.of(environment, clock);
  }

  @Override
  public Records open(Settings.Reading settings) {
    Database database = Database.open(Wiring.bot(settings.database()));
    var documents =
        Documents.of(database, settings.installation(), settings.templates(), settings.exports());
    return new OpenRecords(database, settings, documents, clock);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
