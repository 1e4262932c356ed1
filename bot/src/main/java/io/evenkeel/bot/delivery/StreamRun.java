package io.evenkeel.bot.delivery;

import io.evenkeel.bot.trace.Spans;
import io.evenkeel.incident.Effect;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.delivery.Decoded;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.QueuedEffect;
import io.evenkeel.persistence.delivery.SlackObject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Works through one leased stream, effect by effect, until it rests. */
final class StreamRun {
  private static final Logger LOG = LoggerFactory.getLogger(StreamRun.class);

  private final SlackCalls slack;
  private final DeliverySettings settings;
  private final Tally tally;
  private final Spans spans;
  private final Tenure tenure;
  private final Records records;
  private final Turns turns;
  private final Outcomes outcomes;
  private final BooleanSupplier goOn;

  /** When the turn was asked for, by {@link System#nanoTime()}. */
  private long asked;

  /**
   * @param goOn asked between effects; false gives the stream back
   */
  StreamRun(
      SlackCalls slack,
      DeliverySettings settings,
      Tally tally,
      Spans spans,
      Tenure tenure,
      Records records,
      Turns turns,
      Outcomes outcomes,
      BooleanSupplier goOn) {
    this.slack = slack;
    this.settings = settings;
    this.tally = tally;
    this.spans = spans;
    this.tenure = tenure;
    this.records = records;
    this.turns = turns;
    this.outcomes = outcomes;
    this.goOn = goOn;
  }

  /** Returns how many effects were tried. */
  int run() {
    int tried = 0;
    Turn turn = next();
    while (true) {
      switch (turn) {
        case Turn.Over _ -> {
          return tried;
        }
        case Turn.Give(QueuedEffect effect, String reason) ->
            turn = on(outcomes.park(effect, reason));
        case Turn.Perform(QueuedEffect effect, Action action) -> {
          tried++;
          tenure.renewed(asked);
          try (var _ = MDC.putCloseable("effect", stream() + " #" + effect.seq())) {
            turn =
                spans.effect(effect.trace(), stream(), kind(effect), () -> perform(effect, action));
          }
        }
        case Turn.Look(QueuedEffect effect, Action action) -> {
          tried++;
          turn = look(effect, action);
        }
      }
    }
  }

  private Turn on(boolean mine) {
    return mine ? next() : new Turn.Over();
  }

  private Turn next() {
    if (!goOn.getAsBoolean()) {
      outcomes.release(Duration.ZERO);
      return new Turn.Over();
    }
    asked = System.nanoTime();
    return turns.next();
  }

  private Turn perform(QueuedEffect effect, Action action) {
    var attempt = attempt(effect, action.methods());
    if (effect.attempts() > 0) {
      tally.retried();
    }
    try {
      return done(effect, action, action.perform(attempt));
    } catch (SlackFault e) {
      return on(outcomes.fault(effect, action, e.fault()));
    } catch (Unavailable e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} #{} met a fault of our own", stream(), effect.seq(), e);
      String where = Turns.where(tenure.lease(), effect);
      return on(
          attempt.begun()
              ? outcomes.fault(
                  effect, action, new Fault.Unknown("A fault of Evenkeel's own. " + where, true))
              : outcomes.park(
                  effect, "It cannot be shown, a fault of Evenkeel's own. " + where + "."));
    }
  }

  /** Records it, and takes what is next in the same transaction. */
  private Turn done(QueuedEffect effect, Action action, Map<Purpose, SlackObject> made) {
    tally.delivered(effect.age().plusNanos(System.nanoTime() - asked));
    if (!goOn.getAsBoolean()) {
      return on(outcomes.done(effect, action, made));
    }
    asked = System.nanoTime();
    return outcomes.done(effect, action, made, turns);
  }

  private Turn look(QueuedEffect effect, Action action) {
    var attempt = attempt(effect, List.of());
    try {
      var sought = action.sought(attempt);
      Optional<SlackObject> found =
          sought.isEmpty() ? Optional.empty() : Looks.find(attempt, sought.get());
      return found.isPresent()
          ? done(effect, action, made(attempt, sought.get(), found.get()))
          : on(outcomes.notFound(effect, sought.isEmpty()));
    } catch (SlackFault e) {
      return on(outcomes.lookFailed(effect, e.fault()));
    } catch (Unavailable e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} #{} could not be looked for", stream(), effect.seq(), e);
      String why = "A fault of Evenkeel's own. " + Turns.where(tenure.lease(), effect);
      return on(outcomes.lookFailed(effect, new Fault.Unknown(why, true)));
    }
  }

  private static Map<Purpose, SlackObject> made(
      Attempt attempt, Action.Sought sought, SlackObject found) {
    Map<Purpose, SlackObject> made = new HashMap<>();
    made.put(sought.purpose(), found);
    if (sought.file() != null) {
      made.put(Post.purpose(attempt), found);
    }
    return made;
  }

  private Attempt attempt(QueuedEffect effect, Collection<String> paid) {
    return new Attempt(records, slack, settings, tenure, effect, paid);
  }

  private static String kind(QueuedEffect effect) {
    return effect.content() instanceof Decoded.Known(Effect known)
        ? known.kind().word()
        : "unknown";
  }

  private String stream() {
    return tenure.lease().stream();
  }
}
