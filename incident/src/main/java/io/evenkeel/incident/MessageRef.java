package io.evenkeel.incident;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A message in Slack.
 *
 * @param ts Slack's name for it, which is unique in its channel and tells when it was posted:
 *     seconds since 1970 with six decimals, such as {@code 1355517523.000005}
 */
public record MessageRef(ChannelId channel, String ts) {
  private static final String TS = "[0-9]{1,12}\\.[0-9]{1,9}";

  /**
   * @throws IllegalArgumentException for a {@code ts} that is none
   */
  public MessageRef {
    if (!ts.matches(TS)) {
      throw new IllegalArgumentException("no message of Slack's");
    }
  }

  /** When it was posted by Slack's clock, UTC at microseconds. */
  public Instant at() {
    return time(ts);
  }

  /**
   * Any of Slack's times, with or without decimals, UTC at microseconds.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Instant time(String text) {
    if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,9})?")) {
      throw new IllegalArgumentException("no time of Slack's");
    }
    long micros = new BigDecimal(text).movePointRight(6).longValue();
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
