package io.evenkeel.bot.delivery;

import io.evenkeel.incident.Effect;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.delivery.Decoded;
import io.evenkeel.persistence.delivery.EffectState;
import io.evenkeel.persistence.delivery.Lease;
import io.evenkeel.persistence.delivery.Next;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.QueuedEffect;
import io.evenkeel.persistence.delivery.RateGate;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.delivery.Streams;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works through one leased stream, effect by effect, until it rests. */
final class StreamRun {
  private static final Logger LOG = LoggerFactory.getLogger(StreamRun.class);

  /** A newer version's effect: looked at again soon, as a newer replica should take it. */
  private static final Duration FOREIGN = Duration.ofSeconds(5);

  private final Database database;
  private final SlackCalls slack;
  private final DeliverySettings settings;
  private final Actions actions;
  private final Tally tally;
  private final Outcomes outcomes;
  private final Lease lease;
  private long leaseEnds;

  StreamRun(
      Database database,
      SlackCalls slack,
      DeliverySettings settings,
      Actions actions,
      Halt halt,
      Tally tally,
      Lease lease,
      long leaseEnds) {
    this.database = database;
    this.slack = slack;
    this.settings = settings;
    this.actions = actions;
    this.tally = tally;
    this.lease = lease;
    this.leaseEnds = leaseEnds;
    outcomes = new Outcomes(database, settings, halt, lease);
  }

  /** What to do now. */
  private sealed interface Turn {
    record Perform(QueuedEffect effect, Action action) implements Turn {}

    record Look(QueuedEffect effect, Action action) implements Turn {}

    /** It cannot be shown or read. */
    record Give(QueuedEffect effect, String reason) implements Turn {}

    record Over() implements Turn {}
  }

  /**
   * @param goOn asked between effects; false gives the stream back
   * @return how many effects were tried
   */
  int run(BooleanSupplier goOn) {
    int tried = 0;
    while (goOn.getAsBoolean()) {
      long began = System.nanoTime();
      Turn turn = database.query(this::turn);
      boolean on =
          switch (turn) {
            case Turn.Over _ -> false;
            case Turn.Give(QueuedEffect effect, String reason) -> outcomes.park(effect, reason);
            case Turn.Perform(QueuedEffect effect, Action action) -> {
              tried++;
              leaseEnds = began + settings.lease().toNanos();
              yield perform(effect, action);
            }
            case Turn.Look(QueuedEffect effect, Action action) -> {
              tried++;
              yield look(effect, action);
            }
          };
      if (!on) {
        return tried;
      }
    }
    outcomes.release(Duration.ZERO);
    return tried;
  }

  private Turn turn(Transaction tx) {
    var streams = new Streams(tx);
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

  private Turn turn(Transaction tx, Streams streams, QueuedEffect queued, Effect effect) {
    Action action;
    try {
      action = actions.of(effect, Scene.read(tx, lease.incident(), effect));
    } catch (Scene.Missing missing) {
      return new Turn.Give(queued, "It cannot be done: " + missing.getMessage() + ".");
    }
    if (queued.state() == EffectState.UNKNOWN && !action.repeats()) {
      return new Turn.Look(queued, action);
    }
    Duration wait = new RateGate(tx).take(settings.rates().slots(action.method(), action.place()));
    if (!wait.isZero()) {
      streams.release(lease, wait);
      return new Turn.Over();
    }
    streams.sending(lease, queued, settings.lease());
    return new Turn.Perform(queued, action);
  }

  private boolean perform(QueuedEffect effect, Action action) {
    var attempt = attempt(effect, action.method());
    if (effect.attempts() > 0) {
      tally.retried();
    }
    try {
      Map<Purpose, SlackObject> made = action.perform(attempt);
      return outcomes.done(effect, made, action.edits());
    } catch (SlackFault e) {
      return outcomes.fault(effect, e.fault());
    } catch (Unavailable e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} #{} met a fault of our own", lease.stream(), effect.seq(), e);
      String where = "Evenkeel's log tells more under " + lease.stream() + " #" + effect.seq();
      return attempt.begun()
          ? outcomes.fault(effect, new Fault.Unknown("A fault of Evenkeel's own. " + where, true))
          : outcomes.park(effect, "It cannot be shown, a fault of Evenkeel's own. " + where + ".");
    }
  }

  private boolean look(QueuedEffect effect, Action action) {
    var attempt = attempt(effect, null);
    try {
      var sought = action.sought(attempt);
      Optional<SlackObject> found =
          sought.isEmpty() ? Optional.empty() : Looks.find(attempt, sought.get());
      return found.isPresent()
          ? outcomes.done(effect, Map.of(sought.get().purpose(), found.get()), false)
          : outcomes.notFound(effect, sought.isEmpty());
    } catch (SlackFault e) {
      return outcomes.lookFailed(effect, e.fault());
    }
  }

  private Attempt attempt(QueuedEffect effect, @Nullable String paid) {
    return new Attempt(database, slack, settings, lease, effect, paid, leaseEnds);
  }
}
