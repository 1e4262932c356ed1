package io.evenkeel.bot.slack;

import io.evenkeel.incident.MessageRef;
import java.time.Instant;

/** Slack's times: seconds since 1970 with six decimals, such as {@code 1355517523.000005}. */
final class Timestamp {
  private Timestamp() {}

  /**
   * @throws IllegalArgumentException for anything else
   */
  static Instant read(String text) {
    return MessageRef.time(text);
  }
}
