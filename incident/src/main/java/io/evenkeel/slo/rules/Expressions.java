package io.evenkeel.slo.rules;

import io.evenkeel.slo.Objective;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What alerts ask, in PromQL. */
final class Expressions {
  /** Shares are held against bounds to so many digits behind the point. */
  private static final int DIGITS = 12;

  private Expressions() {}

  /** Whether the budget burns so fast, in time and traffic that matter. */
  static String burns(Objective objective, Condition condition, String selector) {
    String bound = plain(condition.bad().setScale(DIGITS, RoundingMode.DOWN));
    String longTime = Ranges.promql(condition.alert().longTime());
    String shortTime = Ranges.promql(condition.alert().shortTime());
    String burns =
        "(slo:bad:ratio_rate%s%s >= %s and slo:bad:ratio_rate%s%s >= %s)"
            .formatted(longTime, selector, bound, shortTime, selector, bound);
    String enough =
        objective.quietBelow() == 0
            ? ""
            : " and slo:valid:increase%s%s >= %d"
                .formatted(longTime, selector, objective.quietBelow());
    // The short time tells that it still goes on: not before it lies behind the maintenance.
    return "(%s%s unless max_over_time(slo:maintenance:max%s[%s]) == 1)"
        .formatted(burns, enough, selector, shortTime);
  }

  /**
   * 1 while Evenkeel says that the service is worked on, and no value where no Evenkeel is scraped:
   * then alerts come as ever. A Prometheus that labels what it scrapes with {@code service} itself
   * calls ours {@code exported_service}.
   */
  static String maintained(String service) {
    return "max(evenkeel_maintenance{service=%1$s, exported_service=\"\"} or evenkeel_maintenance{exported_service=%1$s})"
        .formatted(Yaml.quoted(service));
  }

  /** Binary fractions: 144 of 10,000 come out as a hair less than 0.0144, which is the bound. */
  static String rounded(String share) {
    return "round(" + share + ", 1e-" + DIGITS + ")";
  }

  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
