package io.evenkeel.slo;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The share of what is good that is promised, such as 99.9 %. Kept as it was written, in decimal:
 * in binary 1 - 0.999 is not a thousandth.
 *
 * @param percent more than 0 and less than 100, as 100 leaves nothing to spend
 */
public record Target(BigDecimal percent) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Target {
    percent = percent.stripTrailingZeros();
    if (percent.signum() <= 0 || percent.compareTo(HUNDRED) >= 0) {
      throw new IllegalArgumentException("a target lies between 0 and 100 %: " + percent);
    }
  }

  /** As people write it: {@code 99.9}. */
  public static Target percent(String written) {
    return new Target(new BigDecimal(written));
  }

  /** What is wrong with such a target; empty when it is one. Says what to write instead. */
  public static Optional<String> fault(BigDecimal percent) {
    if (percent.compareTo(HUNDRED) == 0) {
      return Optional.of(
          "100 % leaves no budget: nothing could ever be changed. Promise a little less, such as"
              + " 99.9.");
    }
    if (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0) {
      return Optional.of("A target lies between 0 and 100 %, such as 99.9.");
    }
    return percent.compareTo(BigDecimal.ONE) <= 0
        ? Optional.of(
            "%s %% promises next to nothing. If it is a share of 1, write it in percent: %s."
                .formatted(percent.toPlainString(), percent.scaleByPowerOfTen(2).toPlainString()))
        : Optional.empty();
  }

  /** The share that may be bad, exactly: 0.001 for 99.9 %. */
  public BigDecimal allowed() {
    return HUNDRED.subtract(percent).scaleByPowerOfTen(-2);
  }

  @Override
  public String toString() {
    return percent.toPlainString() + " %";
  }
}
