package io.evenkeel.bot.slack;

import org.jspecify.annotations.Nullable;

/** A request without something that Slack always sends. Answered with 400. */
final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private Malformed(String what) {
    super(what);
  }

  /** The value, if Slack sent one. */
  static String required(String what, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new Malformed("the request has no " + what);
    }
    return value;
  }
}
