package io.evenkeel.bot.schedule;

import io.evenkeel.bot.measure.Meter;
import io.evenkeel.bot.measure.Outcome;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.slo.Readings;
import io.evenkeel.service.Catalogue;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Objectives;
import io.evenkeel.slo.Reading;
import io.evenkeel.slo.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures objectives, each once in a while however many replicas there are: when it is time again
 * follows from the rows. Nobody waits for a slow Prometheus: it is asked beside the look that found
 * it due, outside any transaction, and what cannot be measured changes nothing but that it is said.
 */
public final class BudgetRound implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BudgetRound.class);

  /** So many objectives are measured at once. */
  private static final int AT_ONCE = 4;

  /** When a service was planned to be away. */
  @FunctionalInterface
  public interface Planned {
    /** Within that time; they may overlap. */
    List<Window.Span> during(Transaction tx, String service, Window.Span time);
  }

  private final Database database;
  private final Objectives objectives;
  private final Meter meter;
  private final Planned planned;
  private final Duration every;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicLong measured = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final PriceRound prices;
  private final Rarely priced;
  private volatile @Nullable Thread under;

  /**
   * @param every how long after it was measured one is measured again
   */
  public BudgetRound(
      Database database,
      Catalogue services,
      Objectives objectives,
      Meter meter,
      Planned planned,
      Duration every) {
    prices = new PriceRound(database, services, objectives, meter, planned);
    this.database = database;
    this.objectives = objectives;
    this.meter = meter;
    this.planned = planned;
    this.every = every;
    priced = new Rarely(every);
  }

  Objectives objectives() {
    return objectives;
  }

  /** Readings that were taken since the start. */
  public long measured() {
    return measured.get();
  }

  /** Times that one could not be taken since the start. */
  public long failed() {
    return failed.get();
  }

  /** Begins to measure what is due, unless it is still at it. Returns at once. */
  void begin(Instant now) {
    if (!objectives.all().isEmpty() && busy.compareAndSet(false, true)) {
      under =
          Thread.ofVirtual()
              .name("budgets")
              .start(() -> {
                try {
                  look(now);
                } finally {
                  under = null;
                  busy.set(false);
                }
              });
    }
  }

  /** Measures what is due. */
  void look(Instant now) {
    var places = new Semaphore(AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Objective objective : due(now)) {
        places.acquire();
        threads.execute(() -> {
          try {
            one(objective, now);
          } finally {
            places.release();
          }
        });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    price(now);
  }

  /** In one statement that writes nothing: it is asked at every look. */
  private List<Objective> due(Instant now) {
    try {
      return database.query(tx -> new Readings(tx).due(objectives.all(), now, every));
    } catch (Unavailable e) {
      log.warn("Objectives wait for the database: {}", e.getMessage());
      return List.of();
    }
  }

  /** No more often than objectives are measured. */
  private void price(Instant now) {
    if (!priced.due(now)) {
      return;
    }
    priced.done(now);
    try {
      prices.look(now);
    } catch (Unavailable e) {
      log.warn("What incidents cost waits for the database: {}", e.getMessage());
    } catch (RuntimeException e) {
      log.error("What incidents cost could not be found out", e);
    }
  }

  private void one(Objective objective, Instant now) {
    try {
      if (database.query(tx -> new Readings(tx).claim(objective, now, every))) {
        measure(objective, now);
      }
    } catch (Unavailable e) {
      log.warn("Objective {} waits for the database: {}", objective.key(), e.getMessage());
    } catch (RuntimeException e) {
      log.error("Objective {} could not be measured", objective.key(), e);
    }
  }

  private void measure(Objective objective, Instant now) {
    Window.Span window = objective.window().at(now);
    List<Window.Span> excluded =
        database.query(tx -> planned.during(tx, objective.service(), window));
    switch (meter.reading(objective, excluded, now)) {
      case Outcome.Taken<Reading>(Reading reading) -> {
        database.query(tx -> {
          new Readings(tx).read(objective, reading);
          return 0;
        });
        measured.incrementAndGet();
      }
      case Outcome.Not<Reading>(String why) -> {
        failed.incrementAndGet();
        if (database.query(tx -> new Readings(tx).failed(objective, why, now))) {
          log.warn("Objective {} cannot be measured. {}", objective.key(), why);
        }
      }
    }
  }

  /** What is being measured is left: it is measured when it is due again. */
  @Override
  public void close() {
    Thread measuring = under;
    if (measuring != null) {
      measuring.interrupt();
    }
  }
}
