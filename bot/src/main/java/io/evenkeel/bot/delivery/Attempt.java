package io.evenkeel.bot.delivery;

import com.slack.api.methods.SlackApiTextResponse;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.delivery.Lease;
import io.evenkeel.persistence.delivery.QueuedEffect;
import io.evenkeel.persistence.delivery.RateGate;
import io.evenkeel.persistence.delivery.Slot;
import io.evenkeel.persistence.delivery.Streams;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One try at one effect: its calls, each within the rates and while the lease lasts, and its notes
 * to later tries. Used by one thread.
 */
final class Attempt {
  private final Database database;
  private final SlackCalls slack;
  private final DeliverySettings settings;
  private final Lease lease;
  private final QueuedEffect effect;
  private final long leaseEnds;
  private final Map<String, String> notes;
  private @Nullable String paid;
  private int calls;

  /**
   * @param paid the method whose slot was taken already, for one call
   * @param leaseEnds by {@link System#nanoTime()}
   */
  Attempt(
      Database database,
      SlackCalls slack,
      DeliverySettings settings,
      Lease lease,
      QueuedEffect effect,
      @Nullable String paid,
      long leaseEnds) {
    this.database = database;
    this.slack = slack;
    this.settings = settings;
    this.lease = lease;
    this.effect = effect;
    this.paid = paid;
    this.leaseEnds = leaseEnds;
    notes = new HashMap<>(effect.notes());
  }

  QueuedEffect effect() {
    return effect;
  }

  Database database() {
    return database;
  }

  /** An earlier try may have reached Slack. */
  boolean inDoubt() {
    return effect.inDoubt();
  }

  /** True once Slack was asked for anything. */
  boolean begun() {
    return calls > 0;
  }

  @Nullable String noted(String what) {
    return notes.get(what);
  }

  /** Committed before this returns. */
  void note(String what, String value) throws SlackFault {
    notes.put(what, value);
    boolean held = database.query(tx -> new Streams(tx).note(lease, effect, notes));
    if (!held) {
      throw new SlackFault(new Fault.Lost());
    }
  }

  <T extends SlackApiTextResponse> T call(
      String method, SlackCalls.Call<T> call, String... expected) throws SlackFault {
    return limited(method, null, () -> slack.call(call, Set.of(expected)));
  }

  /** The same for a post, which is limited by the place it goes to. */
  <T extends SlackApiTextResponse> T post(String place, SlackCalls.Call<T> call, String... expected)
      throws SlackFault {
    return limited(Rates.POST, place, () -> slack.call(call, Set.of(expected)));
  }

  JsonNode raw(String method, Map<String, String> arguments) throws SlackFault {
    return limited(method, null, () -> slack.raw(method, arguments));
  }

  void upload(String url, byte[] bytes) throws SlackFault {
    checkLease();
    calls++;
    slack.upload(url, bytes);
  }

  private interface Calling<T> {
    T call() throws SlackFault;
  }

  private <T> T limited(String method, @Nullable String place, Calling<T> calling)
      throws SlackFault {
    List<Slot> slots = settings.rates().slots(method, place);
    if (method.equals(paid)) {
      paid = null;
    } else {
      Duration wait = database.query(tx -> new RateGate(tx).take(slots));
      if (!wait.isZero()) {
        throw new SlackFault(new Fault.NotDone(wait, "Slack's limit for " + method));
      }
    }
    checkLease();
    calls++;
    try {
      return calling.call();
    } catch (SlackFault e) {
      if (e.fault() instanceof Fault.Limited(Duration retryAfter)) {
        database.query(tx -> {
          new RateGate(tx).hold(slots.getFirst(), retryAfter);
          return true;
        });
      }
      throw e;
    }
  }

  /** A call that outlives the lease could overtake somebody who has taken the stream over. */
  private void checkLease() throws SlackFault {
    if (leaseEnds - System.nanoTime() < settings.call().toNanos()) {
      String why = "the lease was about to end";
      throw new SlackFault(
          calls == 0 ? new Fault.NotDone(Duration.ZERO, why) : new Fault.Unknown(why, false));
    }
  }
}
