package io.evenkeel.bot;

import io.evenkeel.bot.access.Tokens;
import io.evenkeel.bot.calendar.FeedFetcher;
import io.evenkeel.bot.cli.Cli;
import io.evenkeel.bot.cli.Works;
import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Secret;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.delivery.DeliverySettings;
import io.evenkeel.bot.delivery.PeopleSync;
import io.evenkeel.bot.delivery.Rates;
import io.evenkeel.bot.delivery.Relay;
import io.evenkeel.bot.desk.Archivings;
import io.evenkeel.bot.desk.Captures;
import io.evenkeel.bot.desk.Desk;
import io.evenkeel.bot.desk.Erasing;
import io.evenkeel.bot.desk.House;
import io.evenkeel.bot.desk.Insiders;
import io.evenkeel.bot.desk.Once;
import io.evenkeel.bot.desk.Restoring;
import io.evenkeel.bot.doctor.Checkup;
import io.evenkeel.bot.doctor.Finding;
import io.evenkeel.bot.http.SlackDoor;
import io.evenkeel.bot.metrics.Figures;
import io.evenkeel.bot.plain.Reply;
import io.evenkeel.bot.plain.Request;
import io.evenkeel.bot.plain.Spelled;
import io.evenkeel.bot.plain.Wire;
import io.evenkeel.bot.read.CalendarKey;
import io.evenkeel.bot.read.Calendars;
import io.evenkeel.bot.read.Chains;
import io.evenkeel.bot.read.Colleagues;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.bot.read.KnownPeople;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.read.Rotas;
import io.evenkeel.bot.schedule.DueSweep;
import io.evenkeel.bot.schedule.FeedRound;
import io.evenkeel.bot.schedule.Rounds;
import io.evenkeel.bot.slack.Advice;
import io.evenkeel.bot.slack.Heard;
import io.evenkeel.bot.slack.Privately;
import io.evenkeel.bot.slack.Signature;
import io.evenkeel.bot.slack.SlackGateway;
import io.evenkeel.bot.slack.Speakers;
import io.evenkeel.bot.slack.Tidings;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.oncall.Directory;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.templates.Messages;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the command line sets in motion, and how settings become what the rooms take. */
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
    Database database = Database.open(bot(settings.database()));
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
        var desk = new Desk(database, Operations.house(house, documents), () -> {});
        return Operations.wire(
            Operations.questions(database, house, documents),
            desk,
            new KnownPeople(database),
            house);
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

  /** What every command is taken by. */
  static House house(Installation house, Documents documents) {
    return new House(
        house.severities(),
        house.policy(),
        house.finishing(),
        documents::usual,
        house.oncall(),
        house.paging().policies(),
        house.rules(),
        house.reminders());
  }

  /** The user groups that the file names, whose members must be known. */
  static Set<String> handles(Installation house) {
    var handles = new TreeSet<>(house.policy().handles());
    handles.addAll(house.paging().policies().handles());
    return handles;
  }

  /** What people may ask. */
  static Questions questions(Database database, Installation house, Documents documents) {
    return new Questions(database, house.severities(), documents::usual, house.oncall());
  }

  /** The same where rotas can be subscribed to. */
  static Questions questions(Database database, Settings settings, Documents documents) {
    Installation house = settings.installation();
    CalendarKey key = calendarKey(settings);
    Function<ScheduleName, Optional<String>> address =
        schedule ->
            Optional.ofNullable(key)
                .map(one ->
                    settings.web().baseUrl()
                        + "/oncall/"
                        + schedule
                        + ".ics?key="
                        + one.of(schedule));
    return new Questions(
        database,
        house.severities(),
        documents::usual,
        new Rotas(database, house.oncall(), address));
  }

  /** Null where there is no API token, which it is made from. */
  static @Nullable CalendarKey calendarKey(Settings settings) {
    Secret token = settings.apiToken();
    return token == null ? null : new CalendarKey(token.value());
  }

  /** The grammar for those who are not in Slack. */
  static Wire wire(Questions questions, Desk desk, KnownPeople people, Installation house) {
    return new Wire(
        desk,
        questions,
        new Wire.House(
            new Spelled(people, house.announcementChannel()),
            people::zone,
            house.severities(),
            house.roles(),
            house.callUrl()));
  }

  /** The bot's own login: it changes no table. */
  static DatabaseSettings bot(Settings.Database database) {
    return new DatabaseSettings(
        database.url(), database.user(), database.password().value(), database.poolSize());
  }

  /** What looks for what is due, not started. */
  static Rounds rounds(
      Database database,
      Desk desk,
      InstantSource clock,
      Installation house,
      MeterRegistry metrics) {
    var calendars =
        new FeedRound(
            database,
            house.oncall(),
            new FeedFetcher(house.outgoing(), house.calendars().onThisMachine()),
            house.calendars().every());
    Figures.register(metrics, calendars);
    var sweep =
        new DueSweep(
            database,
            desk,
            house.archiveAfter(),
            house.reminders(),
            house.oncall(),
            calendars,
            Outgoing.forgetting(database, house));
    var rounds = new Rounds(database, sweep, clock, house.lookEvery());
    Figures.register(metrics, rounds.looked());
    return rounds;
  }

  /** The relay's times and rates as configured, Slack's published ones for the rest. */
  static DeliverySettings delivery(Installation.Delivery given) {
    Installation.Pace pace = given.pace();
    var perMinute = new HashMap<>(Rates.SLACK.perMinute());
    perMinute.putAll(pace.perMinute());
    var rates =
        new Rates(
            perMinute,
            pace.otherPerMinute(),
            pace.burst(),
            Duration.ofSeconds(1).dividedBy(pace.postsPerSecond()),
            pace.postsBurst());
    return new DeliverySettings(
        given.poll(),
        given.atOnce(),
        given.lease(),
        given.call(),
        given.settle(),
        given.backOff(),
        given.longestBackOff(),
        given.probe(),
        given.closing(),
        rates);
  }

  /** What Slack's requests over HTTP are held to; null where none are taken. */
  static @Nullable Signature signature(Settings.Slack slack) {
    Secret secret = slack.signingSecret();
    Secret previous = slack.previousSigningSecret();
    return secret == null
        ? null
        : new Signature(secret.value(), previous == null ? null : previous.value());
  }

  /** Who speaks here, and what texts begin with; a template that cannot be used is told. */
  static Speakers speakers(
      KnownPeople known, Installation house, @Nullable Path templates, Questions questions) {
    Messages messages = Messages.load(templates, house.severities(), log::warn);
    return new Speakers(
        known,
        known::zone,
        house.severities(),
        house.roles(),
        house.callUrl(),
        messages::text,
        new Advice(house.blameless(), questions::called));
  }

  /** Who takes what is heard in Slack besides commands. */
  static Heard heard(
      Database database, Relay relay, PeopleSync people, Installation house, Privately privately) {
    return new Heard(
        new Insiders(database),
        new Captures(database, relay::wake),
        house.captureEmoji(),
        new Once(database),
        privately,
        new Tidings(new Archivings(database, relay::wake), people::told, relay::halt));
  }

  static SlackDoor door(SlackGateway gateway) {
    return (body, headers, query, remote) -> {
      SlackGateway.Reply reply = gateway.receive(body, headers, query, remote);
      return new SlackDoor.Reply(
          reply.status(), reply.contentType(), reply.headers(), reply.body());
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
