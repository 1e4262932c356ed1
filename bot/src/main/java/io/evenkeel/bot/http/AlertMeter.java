package io.evenkeel.bot.http;

import io.evenkeel.bot.hooks.Door;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How many requests with alerts came, and how they ended. Nobody who sends can make up series. */
final class AlertMeter {
  static final String WRONG_SECRET = "wrong_secret";

  private final MeterRegistry meters;

  AlertMeter(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * @param outcome {@code recorded}, {@code repeated}, {@code nothing} to keep, {@code refused},
   *     {@code wrong_secret} or {@code not_recorded}
   */
  void ended(Door door, String outcome) {
    counted(door, outcome).increment();
  }

  /** None has come yet. Said from the beginning, as a rise from nothing is seen by no rule. */
  void watched(Door door) {
    counted(door, WRONG_SECRET);
  }

  private Counter counted(Door door, String outcome) {
    return Counter.builder("evenkeel.alerts.received")
        .description("Requests with alerts by how they ended")
        .tag("source", door.source())
        .tag("outcome", outcome)
        .register(meters);
  }

  /** Alerts of one request that were too many to keep. */
  void leftOut(Door door, int alerts) {
    Counter.builder("evenkeel.alerts.left.out")
        .description("Alerts that were not kept, as one request held too many")
        .tag("source", door.source())
        .register(meters)
        .increment(alerts);
  }
}
