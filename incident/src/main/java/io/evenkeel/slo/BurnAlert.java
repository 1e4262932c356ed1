package io.evenkeel.slo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;

/**
 * When a budget is spent so fast that somebody should know: both over a long time, so that it
 * matters, and over a short one, so that it is still going on (Google's SRE Workbook, "Alerting on
 * SLOs", multiwindow, multi-burn-rate alerts). The rate follows from the window as it is: the same
 * share of 28 days is spent at a lower rate than of 30.
 *
 * @param share of the whole budget that is spent within {@code longTime}
 * @param shortTime a twelfth of it
 */
public record BurnAlert(Urgency urgency, BigDecimal share, Duration longTime, Duration shortTime) {

  /** Who should know. */
  public enum Urgency {
    /** Somebody is woken. */
    PAGE,
    /** Somebody looks within days. */
    TICKET
  }

  /** For 30 days these are 14.4, 6, 3 and 1 times. */
  public static final List<BurnAlert> STANDARD =
      List.of(
          of(Urgency.PAGE, "0.02", Duration.ofHours(1)),
          of(Urgency.PAGE, "0.05", Duration.ofHours(6)),
          of(Urgency.TICKET, "0.10", Duration.ofDays(1)),
          of(Urgency.TICKET, "0.10", Duration.ofDays(3)));

  private static BurnAlert of(Urgency urgency, String share, Duration longTime) {
    return new BurnAlert(urgency, new BigDecimal(share), longTime, longTime.dividedBy(12));
  }

  /** From which rate on, for a window of that length. */
  public BurnRate threshold(Duration window) {
    BigDecimal spentIn = Budget.nanos(longTime);
    return new BurnRate(
        share.multiply(Budget.nanos(window)).divide(spentIn, MathContext.DECIMAL64));
  }

  /** Whether the target can be missed so fast at all: 14.4 times 10 % would be 144 % bad. */
  public boolean reachable(Target target, Duration window) {
    return threshold(window).bad(target).compareTo(BigDecimal.ONE) < 0;
  }
}
