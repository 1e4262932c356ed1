package io.evenkeel.bot;

import io.evenkeel.bot.cli.Cli;
import io.evenkeel.bot.delivery.PeopleSync;
import io.evenkeel.bot.http.Condition;
import io.evenkeel.bot.http.Part;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.NotRecorded;
import io.evenkeel.persistence.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the bot still waits for before it takes commands. Slack being away, or refusing the token,
 * is no reason: what is recorded follows later.
 */
final class Readiness implements Condition, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Readiness.class);

  /** People's names come first, but nobody waits longer for them. */
  private static final Duration NAMES = Duration.ofSeconds(5);

  private static final Duration LOOK = Duration.ofMillis(100);

  private final Database database;
  private final PeopleSync people;
  private final Runnable rehearsal;
  private final Heartbeat heartbeat;
  private final Reach reach;
  private final InstantSource clock;
  private final Since since = new Since();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final long started = System.nanoTime();
  private volatile boolean rehearsed;

  /**
   * @param rehearsal runs a command and takes it back, so that the first real one is not slow
   * @param clock tells since when something works or does not
   */
  Readiness(
      Database database, PeopleSync people, Runnable rehearsal, Reach reach, InstantSource clock) {
    this.database = database;
    this.people = people;
    this.rehearsal = rehearsal;
    this.reach = reach;
    this.clock = clock;
    heartbeat = new Heartbeat(database, Cli.version(), rehearsal);
  }

  /** Begins to wait for Postgres. */
  void start() {
    Thread.ofVirtual().name("readiness").start(this::prepare);
  }

  @Override
  public List<String> missing() {
    if (closed.getCount() == 0) {
      return List.of("The bot is stopping.");
    }
    if (!database.ready()) {
      return List.of(
          "Postgres does not answer, or its schema is not of this version: check DATABASE_URL and"
              + " run migrate.");
    }
    if (!rehearsed) {
      return List.of("The bot is warming up.");
    }
    Optional<String> trouble = heartbeat.trouble();
    if (trouble.isPresent()) {
      return List.of(trouble.get());
    }
    boolean patient = System.nanoTime() - started < NAMES.toNanos();
    return patient && !people.await(Duration.ZERO)
        ? List.of("The people of the workspace are being read from Slack.")
        : List.of();
  }

  @Override
  public List<String> warnings() {
    Stream<String> refused = reach.halted().get().map(Readiness::refused).stream();
    return Stream.concat(refused, reach.unreached().get().stream()).toList();
  }

  @Override
  public List<Part> parts() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Optional<String> slack =
        reach.halted().get().map(Readiness::refused).or(() -> reach.unreached().get());
    return List.of(
        part("commands", missing().stream().findFirst(), "Commands are taken and recorded.", now),
        part("slack", slack, "Slack refuses nothing, and no connection is missing.", now),
        part(
            "delivery",
            slack.or(reach.stuck()),
            "What was recorded is brought to Slack; evenkeel_effects_oldest_seconds tells how far"
                + " behind it is.",
            now));
  }

  private Part part(String name, Optional<String> trouble, String well, Instant now) {
    return since.seen(name, trouble.isEmpty(), trouble.orElse(well), now);
  }

  private static String refused(String error) {
    return "Slack refuses the bot's token ("
        + error
        + "): commands are recorded, and what belongs in Slack waits. Install the app again"
        + " and set SLACK_BOT_TOKEN to its token.";
  }

  /** From here on it is not ready, so that nothing new is sent here. */
  @Override
  public void close() {
    closed.countDown();
  }

  private void prepare() {
    try {
      while (!rehearsed) {
        if (database.ready() && prepared()) {
          return;
        }
        if (closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean prepared() {
    try {
      database.risks().forEach(risk -> log.warn("In the settings of Postgres {}", risk));
      rehearsal.run();
      rehearsed = true;
      return true;
    } catch (Unavailable | NotRecorded e) {
      log.warn("not ready yet: {}", e.getMessage());
      return false;
    }
  }
}
