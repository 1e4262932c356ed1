package io.evenkeel.slo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/**
 * What was bad of what was asked in a time. In events; where an objective's questions ask for a
 * share of time, in seconds. Figures of one objective can be added up, those of two cannot.
 *
 * @param bad at most {@code valid}
 */
public record Counted(BigDecimal bad, BigDecimal valid) {
  public static final Counted NONE = new Counted(BigDecimal.ZERO, BigDecimal.ZERO);

  public Counted {
    if (bad.signum() < 0 || bad.compareTo(valid) > 0) {
      throw new IllegalArgumentException(bad + " bad of " + valid);
    }
  }

  /**
   * What two answers come to. Counters are read one after the other, so that for a moment a little
   * more may be bad than there was, or less than nothing: that is cut off.
   *
   * @param over the range that was asked for
   */
  public static Counted answered(
      Indicator indicator, BigDecimal bad, BigDecimal valid, Duration over) {
    BigDecimal all = valid.max(BigDecimal.ZERO);
    BigDecimal some = bad.max(BigDecimal.ZERO).min(all);
    // increase() and *_over_time() count; rate() and shares are for each second.
    BigDecimal times =
        indicator.counts()
            ? BigDecimal.ONE
            : Budget.nanos(over).scaleByPowerOfTen(-9).stripTrailingZeros();
    return new Counted(some.multiply(times), all.multiply(times));
  }

  /** The same without that part of it. */
  public Counted without(Counted part) {
    BigDecimal all = valid.subtract(part.valid).max(BigDecimal.ZERO);
    return new Counted(bad.subtract(part.bad).max(BigDecimal.ZERO).min(all), all);
  }

  /** How much of it was bad, from 0 to 1; nothing where nothing was asked. */
  public BigDecimal share() {
    return valid.signum() == 0 ? BigDecimal.ZERO : bad.divide(valid, MathContext.DECIMAL64);
  }
}
