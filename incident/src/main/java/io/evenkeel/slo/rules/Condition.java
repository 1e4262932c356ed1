package io.evenkeel.slo.rules;

import io.evenkeel.slo.BurnAlert;
import io.evenkeel.slo.BurnRate;
import io.evenkeel.slo.Objective;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * One of an objective's burn alerts with its bound.
 *
 * @param rate from which on it fires
 * @param bad the share that is bad at that rate
 */
public record Condition(BurnAlert alert, BurnRate rate, BigDecimal bad) {

  /** Those that the objective can meet at all; a low target cannot be missed 14.4 times as fast. */
  public static List<Condition> of(Objective objective) {
    Duration window = Ranges.length(objective.window());
    return BurnAlert.STANDARD.stream()
        .filter(alert -> alert.longTime().compareTo(window) < 0)
        .filter(alert -> alert.reachable(objective.target(), window))
        .map(alert -> {
          BurnRate rate = alert.threshold(window);
          return new Condition(alert, rate, rate.bad(objective.target()));
        })
        .toList();
  }

  /** Those of that urgency. */
  static List<Condition> of(Objective objective, BurnAlert.Urgency urgency) {
    return of(objective).stream().filter(one -> one.alert.urgency() == urgency).toList();
  }
}
