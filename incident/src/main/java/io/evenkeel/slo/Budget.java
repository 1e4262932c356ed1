package io.evenkeel.slo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/**
 * What may be bad in a window, and what of it is spent. Computed from shares: 0.04 % bad where 0.1
 * % is allowed has spent 40 %. In minutes it is what it would be if all of it were a total outage
 * (Google's SRE Workbook, "Implementing SLOs").
 *
 * @param length of the window
 * @param spent as a share of the whole budget; more than 1 when more was bad than allowed
 */
public record Budget(Target target, Duration length, BigDecimal spent) {
  private static final MathContext EXACT = MathContext.DECIMAL64;

  public Budget {
    if (length.isNegative() || length.isZero() || spent.signum() < 0) {
      throw new IllegalArgumentException("no budget: " + length + ", spent " + spent);
    }
  }

  /** Nothing of it is spent. */
  public static Budget whole(Target target, Duration length) {
    return new Budget(target, length, BigDecimal.ZERO);
  }

  /**
   * From what was counted.
   *
   * @param bad of {@code valid}; what clients did wrong, and what fell into planned maintenance,
   *     stands in neither
   * @param valid zero: nothing was asked, so nothing is spent
   */
  public static Budget counted(Target target, Duration length, BigDecimal bad, BigDecimal valid) {
    if (bad.signum() < 0 || valid.signum() < 0 || bad.compareTo(valid) > 0) {
      throw new IllegalArgumentException(bad + " bad of " + valid);
    }
    return valid.signum() == 0
        ? whole(target, length)
        : new Budget(target, length, share(bad.divide(valid, EXACT), target));
  }

  /** From how long all of it was bad. */
  public static Budget down(Target target, Duration length, Duration down) {
    return new Budget(target, length, share(ratio(down, length), target));
  }

  private static BigDecimal share(BigDecimal bad, Target target) {
    return bad.divide(target.allowed(), EXACT);
  }

  private static BigDecimal ratio(Duration part, Duration whole) {
    return nanos(part).divide(nanos(whole), EXACT);
  }

  static BigDecimal nanos(Duration time) {
    return BigDecimal.valueOf(time.getSeconds())
        .scaleByPowerOfTen(9)
        .add(BigDecimal.valueOf(time.getNano()));
  }

  /** All of it, in time: 43 min 12 s for 99.9 % of 30 days. */
  public Duration total() {
    return time(BigDecimal.ONE);
  }

  /** What is left as a share of all of it; below zero when more is spent than there was. */
  public BigDecimal left() {
    return BigDecimal.ONE.subtract(spent);
  }

  /** What is left in time; negative when more is spent than there was. */
  public Duration remaining() {
    return time(left());
  }

  /** What is spent in time. */
  public Duration used() {
    return time(spent);
  }

  private Duration time(BigDecimal share) {
    BigDecimal nanos = nanos(length).multiply(target.allowed()).multiply(share, EXACT);
    return Duration.ofNanos(nanos.longValue());
  }

  /** What follows from what is left. */
  public Band band() {
    return Band.of(left());
  }
}
