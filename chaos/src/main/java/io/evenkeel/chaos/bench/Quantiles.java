package io.evenkeel.chaos.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times in nanoseconds, told in milliseconds. */
final class Quantiles {
  private final long[] sorted;

  Quantiles(long[] nanos) {
    sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  int count() {
    return sorted.length;
  }

  /** In milliseconds; not a number without any. */
  double at(double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %.2f ms  p99 %.2f ms  p99.9 %.2f ms  longest %.2f ms",
        at(0.5),
        at(0.99),
        at(0.999),
        at(1));
  }
}
