package io.evenkeel.bot.metrics;

import io.evenkeel.bot.delivery.Relay;
import io.evenkeel.bot.desk.Takings;
import io.evenkeel.bot.logs.ErrorCount;
import io.evenkeel.bot.schedule.FeedRound;
import io.evenkeel.bot.schedule.Looks;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.PoolUse;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Registers what {@code /metrics} shows of the rooms. What is read from the database that all
 * replicas share is the same from each: over several replicas take {@code max()}, not {@code
 * sum()}. The counters and histograms are each replica's own: those are summed.
 */
public final class Figures {
  private Figures() {}

  /** The queues, incidents, pages, pools and what commands came to. */
  public static void register(
      PrometheusMeterRegistry meters,
      Database database,
      Relay relay,
      Takings takings,
      InstantSource clock) {
    QueueFigures.register(meters, database, clock);
    IncidentFigures.register(meters, database, clock);
    RelayFigures.register(meters, relay);
    commands(meters, takings);
    error(meters, "not_recorded", takings, Takings::notRecorded);
    error(meters, "in_doubt", takings, Takings::inDoubt);
    error(meters, "database", database, Database::failures);
    error(meters, "own_fault", ErrorCount.class, _ -> ErrorCount.sum());
    for (PoolUse pool : database.pools()) {
      connections(meters, database, pool.pool(), "active", PoolUse::active);
      connections(meters, database, pool.pool(), "idle", PoolUse::idle);
      connections(meters, database, pool.pool(), "waited_for", PoolUse::waiting);
      Gauge.builder("evenkeel.database.connections.limit", pool, PoolUse::limit)
          .description("How many connections to Postgres there may be")
          .tag("pool", pool.pool())
          .strongReference(true)
          .register(meters);
    }
  }

  /** What is done about what is due. */
  public static void register(MeterRegistry meters, Looks tally) {
    FunctionCounter.builder("evenkeel.due.looks", tally, Looks::looks)
        .description("Looks for what is due; take sum() over replicas, one of them looks at a time")
        .register(meters);
    FunctionCounter.builder("evenkeel.due.acted", tally, Looks::acted)
        .description("Things that were due and were acted on")
        .register(meters);
  }

  /** Calendars kept elsewhere. */
  public static void register(MeterRegistry meters, FeedRound calendars) {
    FunctionCounter.builder("evenkeel.calendars.read", calendars, FeedRound::read)
        .description("Calendars kept elsewhere that were read; take sum() over replicas")
        .register(meters);
    FunctionCounter.builder("evenkeel.calendars.failed", calendars, FeedRound::failed)
        .description("Times that a calendar kept elsewhere could not be read")
        .register(meters);
  }

  private static void commands(MeterRegistry meters, Takings takings) {
    command(meters, "answered", takings, Takings::answered);
    command(meters, "not_recorded", takings, Takings::notRecorded);
    command(meters, "in_doubt", takings, Takings::inDoubt);
    command(meters, "failed", takings, Takings::failed);
  }

  private static void command(
      MeterRegistry meters, String outcome, Takings takings, ToDoubleFunction<Takings> count) {
    FunctionCounter.builder("evenkeel.commands", takings, count)
        .description("Commands by how they ended; each try counts")
        .tag("outcome", outcome)
        .register(meters);
  }

  private static <T> void error(
      MeterRegistry meters, String type, T source, ToDoubleFunction<T> count) {
    FunctionCounter.builder("evenkeel.errors", source, count)
        .description("Errors by type; own_fault counts lines at ERROR in the log")
        .tag("type", type)
        .register(meters);
  }

  private static void connections(
      MeterRegistry meters,
      Database database,
      String name,
      String state,
      ToIntFunction<PoolUse> count) {
    Gauge.builder(
            "evenkeel.database.connections", () -> count.applyAsInt(pool(database.pools(), name)))
        .description("Connections to Postgres, and callers that wait for one")
        .tag("pool", name)
        .tag("state", state)
        .register(meters);
  }

  private static PoolUse pool(List<PoolUse> pools, String name) {
    return pools.stream().filter(use -> use.pool().equals(name)).findFirst().orElseThrow();
  }
}
