package io.evenkeel.drill;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Where a measured value has to be; both ends belong to it.
 *
 * @param least null when only the other end counts
 * @param most null when only the other end counts
 */
public record Bound(@Nullable BigDecimal least, @Nullable BigDecimal most) {
  /** More digits than these nobody compares by eye. */
  private static final MathContext READ = new MathContext(4);

  public Bound {
    if (least == null && most == null) {
      throw new IllegalArgumentException("a bound has at least one end");
    }
    if (least != null && most != null && least.compareTo(most) > 0) {
      throw new IllegalArgumentException("a bound ends after it begins");
    }
  }

  public boolean holds(BigDecimal value) {
    return (least == null || value.compareTo(least) >= 0)
        && (most == null || value.compareTo(most) <= 0);
  }

  /** "at least 0.99", "at most 5 ms", "between 2 and 4". */
  public String words(String unit) {
    if (least == null) {
      return "at most " + exact(most, unit);
    }
    return most == null
        ? "at least " + exact(least, unit)
        : "between " + exact(least, "") + " and " + exact(most, unit);
  }

  /** A measured value as people read it: four digits that count, and its unit. */
  public static String read(BigDecimal value, String unit) {
    return exact(value.round(READ), unit);
  }

  private static String exact(@Nullable BigDecimal value, String unit) {
    String number = value == null ? "" : plain(value);
    return number + (unit.isEmpty() || unit.equals("%") ? unit : " " + unit);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
