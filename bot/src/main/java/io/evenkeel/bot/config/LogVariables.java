package io.evenkeel.bot.config;

import java.util.Locale;
import java.util.Set;

/** LOG_FORMAT, which the log reads by itself before anything else runs: here it is only checked. */
final class LogVariables {
  private LogVariables() {}

  static void check(Variables variables) {
    String format = variables.text("LOG_FORMAT").orElse("text").toLowerCase(Locale.ROOT);
    if (!Set.of("text", "json").contains(format)) {
      variables.fault(
          "LOG_FORMAT",
          "is \"" + format + "\"",
          "Set json for a program that reads the log, or text for people, which is the default");
    }
  }
}
