package io.evenkeel.slo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Budgets in figures that people read. Halves are rounded up, but nothing is rounded to what it is
 * not: a budget with something left does not read 0.0 %, nor one with something spent 100.0 %.
 */
public final class Figures {
  private static final BigDecimal SMALLEST = new BigDecimal("0.1");

  private Figures() {}

  /** {@code 65.3 %}; {@code under 0.1 %} for what is more than nothing. */
  public static String percent(BigDecimal share) {
    BigDecimal percent = share.scaleByPowerOfTen(2);
    if (percent.signum() > 0 && percent.compareTo(SMALLEST) < 0) {
      return "under 0.1 %";
    }
    BigDecimal rounded = percent.setScale(1, RoundingMode.HALF_UP);
    if (rounded.compareTo(BigDecimal.valueOf(100)) == 0 && share.compareTo(BigDecimal.ONE) != 0) {
      return share.compareTo(BigDecimal.ONE) < 0 ? "99.9 %" : "100.1 %";
    }
    return rounded.toPlainString() + " %";
  }

  /**
   * What was good, two digits finer than what is promised and never rounded up: {@code 99.965 %} of
   * a promised 99.9 %.
   */
  public static String compliance(BigDecimal share, Target target) {
    int digits = Math.max(0, target.percent().scale()) + 2;
    return share.scaleByPowerOfTen(2).setScale(digits, RoundingMode.FLOOR).toPlainString() + " %";
  }

  /** In minutes, to the hundredth: {@code 43.20}. */
  public static String minutes(Duration time) {
    return BigDecimal.valueOf(time.toNanos())
        .divide(BigDecimal.valueOf(Duration.ofMinutes(1).toNanos()), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** To three digits behind the point, without zeros at the end: {@code 14.4}, {@code 0.933}. */
  public static String times(BurnRate rate) {
    BigDecimal rounded = rate.times().setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    return (rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded)
        .toPlainString();
  }
}
