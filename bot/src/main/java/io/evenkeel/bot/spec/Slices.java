package io.evenkeel.bot.spec;

import io.evenkeel.slo.Indicator;
import io.evenkeel.slo.Indicator.Kind;

/** Time in slices, each good or bad as a whole. */
final class Slices {
  private Slices() {}

  /**
   * @param query a value at the end of each slice
   * @param missed how that value misses, such as {@code > bool 0.5}
   * @param slice its length, as Prometheus writes it
   */
  static Indicator of(Kind kind, String query, String missed, String slice) {
    String range = "[" + Indicator.WINDOW + ":" + slice + "]";
    return new Indicator(
        kind,
        "sum_over_time(((" + query + ") " + missed + ")" + range + ")",
        "count_over_time((" + query + ")" + range + ")");
  }
}
