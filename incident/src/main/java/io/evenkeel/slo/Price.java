package io.evenkeel.slo;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What an incident cost of a budget, as a share of all of it; more than 1 when it cost more than
 * there was.
 *
 * @param how whether it was measured, or estimated from what people said of the impact
 */
public record Price(BigDecimal share, How how) {

  /** Where it comes from. */
  public enum How {
    MEASURED,
    ESTIMATED
  }

  public Price {
    if (share.signum() < 0) {
      throw new IllegalArgumentException("an incident earns nothing: " + share);
    }
  }

  /**
   * Estimated: for so long, so much of what was asked was bad.
   *
   * @param affected from 0 to 1
   */
  public static Price estimated(
      Target target, Duration window, Duration impact, BigDecimal affected) {
    if (affected.signum() < 0 || affected.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a share lies between 0 and 1: " + affected);
    }
    return new Price(Budget.down(target, window, impact).spent().multiply(affected), How.ESTIMATED);
  }
}
