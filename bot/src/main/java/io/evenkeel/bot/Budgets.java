package io.evenkeel.bot;

import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Monitoring;
import io.evenkeel.bot.config.Secret;
import io.evenkeel.bot.measure.Meter;
import io.evenkeel.bot.metrics.BudgetFigures;
import io.evenkeel.bot.prometheus.Prometheus;
import io.evenkeel.bot.schedule.BudgetRound;
import io.evenkeel.persistence.Database;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How objectives are measured here. */
final class Budgets {
  private Budgets() {}

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
                house.signals().spending().objectives(),
                new Meter(prometheus::query),
                (_, _, _) -> List.of(),
                named.every()));
    BudgetFigures.register(metrics, round);
    return round;
  }
}
