package io.evenkeel.slo;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How many times faster than allowed a budget is spent: at 1 it lasts exactly for its window, at
 * 14.4 for 50 hours of 30 days.
 */
public record BurnRate(BigDecimal times) {
  public BurnRate {
    if (times.signum() < 0) {
      throw new IllegalArgumentException("a budget is not earned back: " + times);
    }
  }

  /**
   * @param bad the share that was bad while it was looked at, from 0 to 1
   */
  public static BurnRate of(BigDecimal bad, Target target) {
    return new BurnRate(bad.divide(target.allowed(), MathContext.DECIMAL64));
  }

  /** The share that is bad at this rate; more than 1 where no outage could reach it. */
  public BigDecimal bad(Target target) {
    return times.multiply(target.allowed());
  }
}
