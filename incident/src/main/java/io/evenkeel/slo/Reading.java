package io.evenkeel.slo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an objective stood when it was measured.
 *
 * @param at UTC at microseconds
 * @param window that it was measured in; it ends later than {@code at} where the calendar says so
 * @param counted in it up to {@code at}, planned maintenance left out
 * @param burns how fast the budget was spent, by the time that was looked at; without those that
 *     could not be told
 */
public record Reading(
    Instant at,
    Target target,
    Window.Span window,
    Counted counted,
    SortedMap<Duration, BurnRate> burns) {
  public Reading {
    burns = Collections.unmodifiableSortedMap(new TreeMap<>(burns));
  }

  /**
   * What is spent of the budget of the whole window. In a calendar's month that has just begun a
   * share of what was asked so far is a smaller one of the month: as if the rest were asked as
   * much.
   */
  public Budget budget() {
    Budget soFar = Budget.counted(target, window.length(), counted.bad(), counted.valid());
    Duration passed = Duration.between(window.start(), at);
    if (passed.isNegative() || passed.compareTo(window.length()) >= 0) {
      return soFar;
    }
    BigDecimal part =
        Budget.nanos(passed).divide(Budget.nanos(window.length()), MathContext.DECIMAL64);
    return new Budget(target, window.length(), soFar.spent().multiply(part, MathContext.DECIMAL64));
  }

  /** The share that was good, from 0 to 1; 1 where nothing was asked. */
  public BigDecimal compliance() {
    return BigDecimal.ONE.subtract(counted.share());
  }

  /** How fast the budget is spent now, over the last hour; null when that is not known. */
  public @Nullable BurnRate burn() {
    return burns.get(Duration.ofHours(1));
  }
}
