package io.evenkeel.bot.delivery;

import com.slack.api.methods.SlackApiTextResponse;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.QueuedEffect;
import io.evenkeel.persistence.delivery.Streams;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One try at one effect: its calls, each within the rates and while the lease lasts, and its notes
 * to later tries. Used by one thread.
 */
final class Attempt {
  /** So many leases long one attempt may wait for slots in all: hundreds of pages of a history. */
  private static final int PATIENCE = 10;

  private final Records records;
  private final SlackCalls slack;
  private final DeliverySettings settings;
  private final Tenure tenure;
  private final QueuedEffect effect;
  private final Map<String, String> notes;
  private final Set<String> paid;
  private Duration patience;
  private int calls;

  /**
   * @param paid the methods whose slots were taken already, for one call each
   */
  Attempt(
      Records records,
      SlackCalls slack,
      DeliverySettings settings,
      Tenure tenure,
      QueuedEffect effect,
      Collection<String> paid) {
    this.records = records;
    this.slack = slack;
    this.settings = settings;
    this.tenure = tenure;
    this.effect = effect;
    this.paid = new HashSet<>(paid);
    patience = settings.lease().multipliedBy(PATIENCE);
    notes = new HashMap<>(effect.notes());
  }

  QueuedEffect effect() {
    return effect;
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
  void note(Map<String, String> more) throws SlackFault {
    notes.putAll(more);
    boolean held = records.keep(tx -> new Streams(tx).note(tenure.lease(), effect, notes));
    if (!held) {
      throw new SlackFault(new Fault.Lost());
    }
  }

  <T extends @Nullable Object> T read(Function<Transaction, T> reading) {
    return records.keep(reading);
  }

  /** Slack's lists lag behind what was made: a "no" counts once they have settled. */
  void unlessSettled(String why) throws SlackFault {
    Duration needed = settings.call().plus(settings.settle());
    Duration since = effect.sinceLastSent();
    if (since == null || since.compareTo(needed) < 0) {
      throw new SlackFault(new Fault.NotDone(needed, why));
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

  /** The same for somebody outside Slack, whose limit goes by a name of its own. */
  void outside(String name, Telling telling) throws SlackFault {
    limited(
        name,
        null,
        () -> {
          telling.tell();
          return name;
        });
  }

  /** A call that only succeeds or fails. */
  interface Telling {
    void tell() throws SlackFault;
  }

  void upload(String url, byte[] bytes) throws SlackFault {
    checkLease();
    calls++;
    slack.upload(url, bytes);
  }

  /** The bytes of a picture; null where it is none, too large, or not ours to see. */
  byte @Nullable [] picture(String url) throws SlackFault {
    checkLease();
    calls++;
    return slack.picture(url);
  }

  private interface Calling<T> {
    T call() throws SlackFault;
  }

  private <T> T limited(String method, @Nullable String place, Calling<T> calling)
      throws SlackFault {
    var gate = new Gate(settings.rates(), method, place);
    if (!paid.remove(method)) {
      takeSlot(gate);
    }
    checkLease();
    calls++;
    try {
      return calling.call();
    } catch (SlackFault e) {
      if (e.fault() instanceof Fault.Limited(Duration retryAfter)) {
        records.keep(tx -> gate.hold(tx, retryAfter));
      }
      throw e;
    }
  }

  /**
   * What was begun, such as a list of many pages, goes on as soon as there is a slot: to begin it
   * anew would need the same slots again.
   */
  private void takeSlot(Gate gate) throws SlackFault {
    while (true) {
      Duration wait = records.keep(gate::take);
      if (wait.isZero()) {
        return;
      }
      patience = patience.minus(wait);
      if (calls == 0 || patience.isNegative() || Thread.currentThread().isInterrupted()) {
        throw new SlackFault(new Fault.NotDone(wait, "Slack's limit for " + gate.method()));
      }
      LockSupport.parkNanos(wait.toNanos());
    }
  }

  /** A call that outlives the lease could overtake somebody who has taken the stream over. */
  private void checkLease() throws SlackFault {
    if (tenure.left().compareTo(settings.lease().dividedBy(2)) < 0) {
      renew();
    }
    if (tenure.left().compareTo(settings.call()) < 0) {
      String why = "the lease was about to end";
      throw new SlackFault(
          calls == 0 ? new Fault.NotDone(Duration.ZERO, why) : new Fault.Unknown(why, false));
    }
  }

  private void renew() throws SlackFault {
    long asked = System.nanoTime();
    boolean held = records.keep(tx -> new Streams(tx).renew(tenure.lease(), settings.lease()));
    if (!held) {
      throw new SlackFault(new Fault.Lost());
    }
    tenure.renewed(asked);
  }
}
