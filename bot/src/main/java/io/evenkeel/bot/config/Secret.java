package io.evenkeel.bot.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A value that no log, fault or stack trace may show: its text is only what {@link #value} says.
 */
public record Secret(String value) {

  /** Whether {@code given} is this secret, in a time that does not tell how much of it is right. */
  public boolean matches(String given) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
