package io.evenkeel.bot;

import io.evenkeel.bot.access.Tokens;
import io.evenkeel.bot.cli.Cli;
import io.evenkeel.bot.cli.Works;
import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.desk.Desk;
import io.evenkeel.bot.desk.Erasing;
import io.evenkeel.bot.desk.Restoring;
import io.evenkeel.bot.doctor.Checkup;
import io.evenkeel.bot.doctor.Finding;
import io.evenkeel.bot.plain.Reply;
import io.evenkeel.bot.plain.Request;
import io.evenkeel.bot.plain.Wire;
import io.evenkeel.bot.read.Calendars;
import io.evenkeel.bot.read.Chains;
import io.evenkeel.bot.read.Colleagues;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.bot.read.DrillReports;
import io.evenkeel.bot.read.KnownPeople;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.oncall.Directory;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import java.security.Security;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the command line sets in motion. */
final class Operations implements Works {
  private static final Logger log = LoggerFactory.getLogger(Operations.class);

  private final InstantSource clock;

  Operations(InstantSource clock) {
    this.clock = clock;
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
    Main.Running bot = Main.start(settings, clock);
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
    return new Records() {
      @Override
      public Drafts drafts() {
        return documents.drafts();
      }

      @Override
      public Chains chains() {
        return new Chains(database);
      }

      @Override
      public void verified(boolean sound) {
        Verified.keep(database, sound, clock.instant());
      }

      @Override
      public Optional<Directory> colleagues() {
        return Colleagues.of(database);
      }

      @Override
      public Optional<Calendars> calendars() {
        return database.ready()
            ? Optional.of(new Calendars(database, settings.installation().oncall()))
            : Optional.empty();
      }

      @Override
      public Optional<String> drill(IncidentNumber number) {
        return new DrillReports(database).of(number);
      }

      @Override
      public Tokens tokens() {
        return new Tokens(database);
      }

      @Override
      public boolean ready() {
        return database.ready();
      }

      @Override
      public Restoring.Done restored(@Nullable IncidentNumber next) {
        return Restoring.run(database, next);
      }

      @Override
      public Reply say(Request request) {
        return wire().hear(request, clock.instant().truncatedTo(ChronoUnit.MICROS));
      }

      @Override
      public Reply write(Wire.Written written) {
        return wire().write(written, clock.instant().truncatedTo(ChronoUnit.MICROS));
      }

      private Wire wire() {
        Installation house = settings.installation();
        // The bot's relay looks by itself.
        var desk = new Desk(database, Wiring.house(house, documents), () -> {});
        return Wiring.wire(
            Wiring.questions(database, house, documents), desk, new KnownPeople(database), house);
      }

      @Override
      public Set<String> templates() {
        return documents.postmortems().names();
      }

      @Override
      public Written write(
          Drafts.Drafted.Found found, Format format, @Nullable String template, boolean gantt) {
        return documents.write(found, format, template, gantt);
      }

      @Override
      public void close() {
        database.close();
      }
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
