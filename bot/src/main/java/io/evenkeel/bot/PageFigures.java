package io.evenkeel.bot;

import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.board.PageCounts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How pages were answered, as figures of the whole database. */
final class PageFigures {
  private static final Duration FRESH = Duration.ofSeconds(15);

  /** A scrape never waits much longer. */
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final Database database;
  private Optional<PageCounts> last = Optional.empty();
  private long next = System.nanoTime();

  private PageFigures(Database database) {
    this.database = database;
  }

  static void register(MeterRegistry meters, Database database) {
    var figures = new PageFigures(database);
    figures.pages(meters, "open", PageCounts::open);
    figures.pages(meters, "in_time", PageCounts::inTime);
    figures.pages(meters, "late", PageCounts::late);
    figures.pages(meters, "never", PageCounts::never);
  }

  private void pages(MeterRegistry meters, String answered, ToDoubleFunction<PageCounts> count) {
    Gauge.builder("evenkeel.pages", () -> read(count))
        .description("Pages of the whole database by how they were answered; take max()")
        .tag("answered", answered)
        .register(meters);
  }

  /** Not a number while the database is away: a 0 would look well. */
  private synchronized double read(ToDoubleFunction<PageCounts> figure) {
    if (System.nanoTime() - next >= 0) {
      try {
        last = Optional.of(database.query(LIMIT, PageCounts::read));
      } catch (Unavailable _) {
        last = Optional.empty();
      }
      next = System.nanoTime() + FRESH.toNanos();
    }
    return last.map(figure::applyAsDouble).orElse(Double.NaN);
  }
}
