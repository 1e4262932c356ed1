package io.evenkeel.bot.slack;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Slack's times: seconds since 1970 with six decimals, such as {@code 1355517523.000005}. */
final class Timestamp {
  private Timestamp() {}

  /**
   * @throws IllegalArgumentException for anything else
   */
  static Instant read(String text) {
    if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,9})?")) {
      throw new IllegalArgumentException("no time of Slack's");
    }
    long micros = new BigDecimal(text).movePointRight(6).longValue();
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
