package io.evenkeel.bot.hooks;

import io.evenkeel.alert.Arrival;

/** The last look at what was read. */
final class Arrivals {
  private Arrivals() {}

  /** All of it goes on, also where a request tells of an alert twice: each word counts. */
  static Brought of(Arrival arrival, Bounds bounds) {
    return arrival.signals().isEmpty()
        ? new Brought.Nothing("No alert was in it.")
        : new Brought.Alerts(arrival, arrival.signals().getFirst().fingerprint(), bounds.leftOut());
  }
}
