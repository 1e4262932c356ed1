package io.evenkeel.bot.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The part {@code retention:} of the file: how long what nobody needs is kept. What is left out is
 * kept for ever, but for alerts: they are kept for a quarter.
 *
 * <pre>
 * retention: {answers_days: 30, said_days: 90, captured_days: 365, alerts_days: 90}
 * </pre>
 */
final class RetentionKeys {
  private RetentionKeys() {}

  static Installation.Retention read(YamlKey key) {
    key.only("answers_days", "said_days", "captured_days", "alerts_days");
    return new Installation.Retention(
        days(key.at("answers_days"), 2),
        days(key.at("said_days"), 1),
        days(key.at("captured_days"), 1),
        key.at("alerts_days")
            .number(7, 36500)
            .map(Duration::ofDays)
            .orElse(Installation.Retention.ALERTS));
  }

  private static @Nullable Duration days(YamlKey key, int least) {
    return key.number(least, 36500).map(Duration::ofDays).orElse(null);
  }
}
