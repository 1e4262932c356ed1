package io.evenkeel.bot.metrics;

import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.delivery.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;

/** What waits to be done in Slack, and whether the database answers. */
final class QueueFigures {
  private static final Duration FRESH = Duration.ofSeconds(3);

  private final Cached<Backlog> backlog;
  private final InstantSource clock;

  private QueueFigures(Database database, InstantSource clock) {
    this.clock = clock;
    backlog = new Cached<>(database, clock, FRESH, Backlog::read);
  }

  static void register(MeterRegistry meters, Database database, InstantSource clock) {
    var figures = new QueueFigures(database, clock);
    figures.effects(meters, "pending", Backlog::pending);
    figures.effects(meters, "unknown", Backlog::unknown);
    figures.effects(meters, "parked", Backlog::parked);
    Gauge.builder("evenkeel.effects.oldest", () -> figures.read(figures::age))
        .description("Age of the oldest effect pending or unknown; take max() over replicas")
        .baseUnit("seconds")
        .register(meters);
    Gauge.builder("evenkeel.database.up", () -> figures.backlog.answered() ? 1 : 0)
        .description("1 while Postgres answers this replica's look at the queue")
        .register(meters);
    Gauge.builder("evenkeel.database.refuses.writes", () -> database.refusesWrites() ? 1 : 0)
        .description("1 while Postgres takes no writes: a full disk, a standby")
        .register(meters);
    readAt(meters, "queue", figures.backlog);
  }

  /** When what a scrape shows was read. */
  static void readAt(MeterRegistry meters, String figures, Cached<?> cached) {
    Gauge.builder("evenkeel.figures.read.timestamp", cached, Cached::readAt)
        .description("When this replica read these figures of the database, as Unix time")
        .baseUnit("seconds")
        .tag("figures", figures)
        .strongReference(true)
        .register(meters);
  }

  private void effects(MeterRegistry meters, String state, ToDoubleFunction<Backlog> count) {
    Gauge.builder("evenkeel.effects", () -> read(count))
        .description("Effects that wait, of the whole database; take max() over replicas")
        .tag("state", state)
        .register(meters);
  }

  /** Not a number while the database is away: a 0 would look well. */
  private double read(ToDoubleFunction<Backlog> figure) {
    return backlog.fresh().map(figure::applyAsDouble).orElse(Double.NaN);
  }

  private double age(Backlog backlog) {
    Instant oldest = backlog.oldest();
    return oldest == null
        ? 0
        : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
  }
}
