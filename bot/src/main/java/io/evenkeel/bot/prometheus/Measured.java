package io.evenkeel.bot.prometheus;

import java.math.BigDecimal;

/** What an expression comes to at one instant. */
public sealed interface Measured {

  /**
   * One number.
   *
   * @param value exactly as Prometheus wrote it
   */
  record Value(BigDecimal value) implements Measured {}

  /** Nothing has such a name or such labels at that time: which is not zero. */
  record Nothing() implements Measured {}

  /**
   * It is not known.
   *
   * @param why and what to do about it, as a sentence; of what Prometheus said itself only the
   *     beginning, without control characters. Not escaped for any place
   */
  record Unmeasured(String why) implements Measured {}
}
