package io.evenkeel.bot.hooks;

import io.evenkeel.alert.Arrival;
import io.evenkeel.alert.Signal;
import java.util.LinkedHashMap;

/** The last look at what was read. */
final class Arrivals {
  private Arrivals() {}

  /** Of an alert that is told of twice in one request the last word counts. */
  static Brought of(Arrival arrival, Bounds bounds) {
    if (arrival.signals().isEmpty()) {
      return new Brought.Nothing("No alert was in it.");
    }
    var last = new LinkedHashMap<String, Signal>();
    arrival.signals().forEach(signal -> last.put(signal.fingerprint(), signal));
    return new Brought.Alerts(
        new Arrival(
            arrival.source(),
            arrival.key(),
            arrival.bodyHash(),
            arrival.group(),
            last.values().stream().toList(),
            arrival.dropped()),
        arrival.signals().getFirst().fingerprint(),
        bounds.leftOut());
  }
}
