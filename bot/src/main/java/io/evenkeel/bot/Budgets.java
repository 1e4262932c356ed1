package io.evenkeel.bot;

import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Monitoring;
import io.evenkeel.bot.config.Secret;
import io.evenkeel.bot.measure.Meter;
import io.evenkeel.bot.metrics.BudgetFigures;
import io.evenkeel.bot.metrics.MaintenanceFigures;
import io.evenkeel.bot.prometheus.Prometheus;
import io.evenkeel.bot.schedule.BudgetRound;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.maintenance.Maintenances;
import io.evenkeel.slo.Window;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How objectives are measured here. */
final class Budgets {
  private Budgets() {}

  /**
   * What is told of budgets.
   *
   * @param base where the pages are; null where none are served
   */
  static io.evenkeel.bot.read.Budgets read(
      Database database, Installation house, @Nullable URI base) {
    return new io.evenkeel.bot.read.Budgets(
        database,
        house.signals().services(),
        house.signals().spending().objectives(),
        base == null ? null : base + "/slos");
  }

  /** When that service was planned to be away. */
  static List<Window.Span> planned(Transaction tx, String service, Window.Span time) {
    return new Maintenances(tx)
        .during(service, time.start(), time.end()).stream()
            .flatMap(one -> one.counted().stream())
            .toList();
  }

  /** Shows which services are worked on as planned, for rules of Prometheus's. */
  static void maintenances(
      PrometheusMeterRegistry metrics, Database database, Installation house, InstantSource clock) {
    MaintenanceFigures.register(
        metrics,
        database,
        house.signals().services(),
        house.signals().spending().objectives(),
        clock);
  }

  /** What measures objectives by the look for what is due, and shows them; null for nothing. */
  static @Nullable BudgetRound round(
      Database database,
      Installation house,
      InstantSource clock,
      PrometheusMeterRegistry metrics,
      Opened opened) {
    Monitoring named = house.signals().prometheus();
    if (named == null) {
      return null;
    }
    Secret authorization = named.authorization();
    var prometheus =
        opened.keep(
            new Prometheus(named.url(), authorization == null ? null : authorization.value()));
    BudgetFigures.register(metrics, database, house.signals().spending().objectives(), clock);
    var round =
        opened.keep(
            new BudgetRound(
                database,
                house.signals().services(),
                house.signals().spending().objectives(),
                new Meter(prometheus::query),
                Budgets::planned,
                named.every()));
    BudgetFigures.register(metrics, round);
    return round;
  }
}
