package io.evenkeel.bot.delivery;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.delivery.Decoded;
import io.evenkeel.persistence.delivery.EffectState;
import io.evenkeel.persistence.delivery.Lease;
import io.evenkeel.persistence.delivery.Next;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.QueuedEffect;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.delivery.Slot;
import io.evenkeel.persistence.delivery.Streams;
import io.evenkeel.persistence.delivery.Sweeps;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides in one transaction what is to be done next in a leased stream: finds the effect, reads
 * the newest state that it shows, takes its share of Slack's limits and marks it as under way.
 */
final class Turns {
  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  /** A newer version's effect: looked at again soon, as a newer replica should take it. */
  private static final Duration FOREIGN = Duration.ofSeconds(5);

  /** So often the newer replica is waited for, ten minutes in all: then a person must look. */
  private static final int UNREAD_TIMES = 120;

  private static final String UNREAD = "unread";

  private final Records records;
  private final DeliverySettings settings;
  private final Actions actions;
  private final Lease lease;

  /** What is being read: if that fails by our own fault, it is this one that fails. */
  private @Nullable QueuedEffect reading;

  /** Marked by a transaction of which we do not know the end; Slack was not called for it. */
  private @Nullable QueuedEffect marked;

  Turns(Records records, DeliverySettings settings, Actions actions, Lease lease) {
    this.records = records;
    this.settings = settings;
    this.actions = actions;
    this.lease = lease;
  }

  /**
   * @throws Unavailable when Postgres stays away until the lease is over
   */
  Turn next() {
    begin();
    return again();
  }

  /** The same after a transaction of which we may not know the end. */
  Turn again() {
    try {
      return records.keep(tx -> turn(tx, new Streams(tx)));
    } catch (Unavailable e) {
      if (reading == null || !e.unreadable()) {
        throw e;
      }
      return unread(reading, e);
    } catch (RuntimeException e) {
      if (reading == null) {
        throw e;
      }
      LOG.error("{} #{} cannot be shown", lease.stream(), reading.seq(), e);
      return new Turn.Give(
          reading, "It cannot be shown, a fault of Evenkeel's own. " + where(lease, reading) + ".");
    }
  }

  /** What it shows may have been written by a newer version, of which a replica comes up. */
  private Turn unread(QueuedEffect effect, Unavailable why) {
    int times = Integer.parseInt(effect.notes().getOrDefault(UNREAD, "0")) + 1;
    if (times > UNREAD_TIMES) {
      LOG.error("{} #{} shows what cannot be read", lease.stream(), effect.seq(), why);
      return new Turn.Give(
          effect, "It shows what this version cannot read. " + where(lease, effect) + ".");
    }
    records.keep(tx -> {
      var streams = new Streams(tx);
      return streams.note(lease, effect, Map.of(UNREAD, Integer.toString(times)))
          && streams.release(lease, FOREIGN);
    });
    return new Turn.Over();
  }

  /** Before {@link #turn}, which may run several times. */
  void begin() {
    reading = null;
    marked = null;
  }

  static String where(Lease lease, QueuedEffect effect) {
    return "Evenkeel's log tells more under " + lease.stream() + " #" + effect.seq();
  }

  /** The next turn as part of a transaction that has more to write. */
  Turn turn(Transaction tx, Streams streams) {
    if (marked != null && !unmark(streams, marked)) {
      return new Turn.Over();
    }
    return switch (streams.next(lease)) {
      case Next.Lost _ -> new Turn.Over();
      case Next.Rest(Duration dueIn) -> {
        streams.release(lease, dueIn);
        yield new Turn.Over();
      }
      case Next.Work(QueuedEffect queued) ->
          switch (queued.content()) {
            case Decoded.Known(Effect effect) -> turn(tx, streams, queued, effect);
            case Decoded.Unreadable(String why) -> new Turn.Give(queued, why);
            case Decoded.Foreign _ -> {
              streams.release(lease, FOREIGN);
              yield new Turn.Over();
            }
          };
    };
  }

  /** As it was before: otherwise we would find it under way and take our own mark for a doubt. */
  private boolean unmark(Streams streams, QueuedEffect effect) {
    String why = "Postgres did not answer before Slack was called";
    return effect.state() == EffectState.UNKNOWN
        ? streams.unknown(lease, effect, Duration.ZERO, why)
        : streams.again(lease, effect, Duration.ZERO, why);
  }

  private Turn turn(Transaction tx, Streams streams, QueuedEffect queued, Effect effect) {
    reading = queued;
    IncidentNumber incident = lease.incident();
    Map<Purpose, SlackObject> objects = incident == null ? Map.of() : Scene.objects(tx, incident);
    List<Slot> known =
        queued.state() == EffectState.UNKNOWN ? List.of() : settings.rates().known(effect, objects);
    if (!known.isEmpty() && !streams.slots(lease, known)) {
      // Every second turn ends here, so what it would show is not read before.
      return new Turn.Over();
    }
    Action action;
    try {
      action =
          incident == null
              ? actions.ofHouse(tx, effect)
              : actions.of(effect, Scene.read(tx, incident, effect, objects));
    } catch (Scene.Missing missing) {
      return new Turn.Give(queued, "It cannot be done: " + missing.getMessage() + ".");
    }
    if (queued.state() == EffectState.UNKNOWN && !action.repeats()) {
      return new Turn.Look(queued, action);
    }
    if (known.isEmpty() && !streams.slots(lease, slots(action))) {
      return new Turn.Over();
    }
    if (queued.inDoubt() && !action.repeats()) {
      // It was looked for and not found. Should the first one turn up after all, it is a copy.
      new Sweeps(tx).doubt(lease.stream(), settings.settle());
      streams.note(lease, queued, Map.of(Outcomes.LOOKS, "0"));
    }
    streams.sending(lease, queued, settings.lease());
    marked = queued;
    return new Turn.Perform(queued, action);
  }

  private List<Slot> slots(Action action) {
    return action.methods().stream()
        .flatMap(method -> settings.rates().slots(method, action.place()).stream())
        .toList();
  }
}
