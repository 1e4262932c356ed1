package io.evenkeel.slo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an incident cost of one error budget, or why that is not known.
 *
 * @param window how long the window is that the budget is of
 * @param from when it was detected, UTC
 * @param until when it was mitigated, UTC
 * @param price null when it is not known
 * @param why it is not known, or why it could not be measured but was estimated; null where it was
 *     measured
 */
public record Cost(
    String service,
    String name,
    Target target,
    Duration window,
    Instant from,
    Instant until,
    @Nullable Price price,
    @Nullable String why) {

  /** {@code 104.2 % of the error budget of api availability: 45.01 of 43.20 minutes, measured}. */
  public String words() {
    String whole = "the error budget of " + service + " " + name;
    if (price == null) {
      return "not known, of " + whole + (why == null ? "" : ": " + why.replaceFirst("\\.$", ""));
    }
    Budget spent = new Budget(target, window, price.share());
    return Figures.percent(price.share())
        + " of "
        + whole
        + ": "
        + Figures.minutes(spent.used())
        + " of "
        + Figures.minutes(spent.total())
        + " minutes, "
        + switch (price.how()) {
          case MEASURED -> "measured";
          case ESTIMATED -> "estimated from what people said of the impact";
        };
  }

  /** {@code 104.2 % of api availability (estimated)}, for where there is little room. */
  public String brief() {
    return price == null
        ? "not known of " + service + " " + name
        : Figures.percent(price.share())
            + " of "
            + service
            + " "
            + name
            + switch (price.how()) {
              case MEASURED -> "";
              case ESTIMATED -> " (estimated)";
            };
  }

  /** The price that so much that was bad has, where so much was asked in the whole window. */
  public static Price measured(Target target, BigDecimal bad, BigDecimal valid) {
    return new Price(
        bad.divide(valid.multiply(target.allowed()), MathContext.DECIMAL64), Price.How.MEASURED);
  }
}
