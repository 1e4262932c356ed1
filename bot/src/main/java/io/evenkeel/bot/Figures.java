package io.evenkeel.bot;

import io.evenkeel.bot.delivery.Relay;
import io.evenkeel.bot.delivery.Tally;
import io.evenkeel.bot.schedule.FeedRound;
import io.evenkeel.bot.schedule.Looks;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.PoolUse;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.delivery.Backlog;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * What {@code /metrics} shows of the queues, the relay and the pools.
 *
 * <p>{@code evenkeel_effects} and {@code evenkeel_effects_oldest_seconds} are read from the
 * database that all replicas share, so each replica reports the same: over several replicas take
 * {@code max()}, not {@code sum()}. The counters are each replica's own: those are summed.
 */
final class Figures {
  /** One query serves all scrapes of so long. */
  private static final Duration FRESH = Duration.ofSeconds(3);

  /** A scrape never waits much longer. */
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final Database database;
  private final InstantSource clock;
  private Optional<Backlog> last = Optional.empty();
  private long next = System.nanoTime();

  private Figures(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  static void register(MeterRegistry meters, Database database, Relay relay, InstantSource clock) {
    PageFigures.register(meters, database);
    var figures = new Figures(database, clock);
    figures.effects(meters, "pending", Backlog::pending);
    figures.effects(meters, "unknown", Backlog::unknown);
    figures.effects(meters, "parked", Backlog::parked);
    Gauge.builder("evenkeel.effects.oldest", () -> figures.read(figures::age))
        .description("Age of the oldest effect pending or unknown; take max() over replicas")
        .baseUnit("seconds")
        .register(meters);
    Gauge.builder("evenkeel.slack.halted", () -> relay.halted().isPresent() ? 1 : 0)
        .description("1 while Slack refuses the token and nothing is sent")
        .register(meters);
    counter(meters, relay, "evenkeel.effect.retries", "Tries after the first", Tally::retries);
    counter(meters, relay, "evenkeel.sweeps", "Streams looked through for copies", Tally::sweeps);
    counter(meters, relay, "evenkeel.swept", "Copies taken away", Tally::swept);
    for (PoolUse pool : database.pools()) {
      figures.connections(meters, pool.pool(), "active", PoolUse::active);
      figures.connections(meters, pool.pool(), "idle", PoolUse::idle);
      figures.connections(meters, pool.pool(), "waited_for", PoolUse::waiting);
    }
  }

  static void register(MeterRegistry meters, Looks tally) {
    FunctionCounter.builder("evenkeel.due.looks", tally, Looks::looks)
        .description("Looks for what is due; take sum() over replicas, one of them looks at a time")
        .register(meters);
    FunctionCounter.builder("evenkeel.due.acted", tally, Looks::acted)
        .description("Things that were due and were acted on")
        .register(meters);
  }

  static void register(MeterRegistry meters, FeedRound calendars) {
    FunctionCounter.builder("evenkeel.calendars.read", calendars, FeedRound::read)
        .description("Calendars kept elsewhere that were read; take sum() over replicas")
        .register(meters);
    FunctionCounter.builder("evenkeel.calendars.failed", calendars, FeedRound::failed)
        .description("Times that a calendar kept elsewhere could not be read")
        .register(meters);
  }

  private void effects(MeterRegistry meters, String state, ToDoubleFunction<Backlog> count) {
    Gauge.builder("evenkeel.effects", () -> read(count))
        .description("Effects that wait, of the whole database; take max() over replicas")
        .tag("state", state)
        .register(meters);
  }

  private void connections(
      MeterRegistry meters, String name, String state, ToIntFunction<PoolUse> count) {
    Gauge.builder("evenkeel.database.connections", () -> count.applyAsInt(pool(name)))
        .description("Connections to Postgres, and callers that wait for one")
        .tag("pool", name)
        .tag("state", state)
        .register(meters);
  }

  private PoolUse pool(String name) {
    List<PoolUse> pools = database.pools();
    return pools.stream().filter(use -> use.pool().equals(name)).findFirst().orElseThrow();
  }

  private static void counter(
      MeterRegistry meters,
      Relay relay,
      String name,
      String description,
      ToDoubleFunction<Tally> count) {
    FunctionCounter.builder(name, relay.tally(), count).description(description).register(meters);
  }

  private double age(Backlog backlog) {
    Instant oldest = backlog.oldest();
    return oldest == null
        ? 0
        : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
  }

  /** Not a number while the database is away: a 0 would look well. */
  private synchronized double read(ToDoubleFunction<Backlog> figure) {
    if (System.nanoTime() - next >= 0) {
      try {
        last = Optional.of(database.query(LIMIT, Backlog::read));
      } catch (Unavailable _) {
        last = Optional.empty();
      }
      next = System.nanoTime() + FRESH.toNanos();
    }
    return last.map(figure::applyAsDouble).orElse(Double.NaN);
  }
}
