package io.evenkeel.bot.delivery;

import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.RateGate;
import io.evenkeel.persistence.delivery.Slot;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call's share of Slack's limits.
 *
 * @param place where a post goes to; null for every other call
 */
record Gate(Rates rates, String method, @Nullable String place) {

  /** Zero when there was one; else how long until there may be. */
  Duration take(Transaction tx) {
    return new RateGate(tx).take(slots());
  }

  /** The same for a call that can wait: what is left of the limit for a rush is not touched. */
  Duration takePatiently(Transaction tx) {
    return new RateGate(tx).take(slots().stream().map(Slot::patient).toList());
  }

  /** Slack wants no such call for that time. */
  boolean hold(Transaction tx, Duration retryAfter) {
    new RateGate(tx).hold(slots().getFirst(), retryAfter);
    return true;
  }

  private List<Slot> slots() {
    return rates.slots(method, place);
  }
}
