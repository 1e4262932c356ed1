package io.evenkeel.bot.delivery;

import io.evenkeel.persistence.Unavailable;
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

/** Works through one leased stream, effect by effect, until it rests. */
final class StreamRun {
  private static final Logger LOG = LoggerFactory.getLogger(StreamRun.class);

  private final SlackCalls slack;
  private final DeliverySettings settings;
  private final Tally tally;
  private final Tenure tenure;
  private final Records records;
  private final Turns turns;
  private final Outcomes outcomes;

  StreamRun(
      SlackCalls slack,
      DeliverySettings settings,
      Tally tally,
      Tenure tenure,
      Records records,
      Turns turns,
      Outcomes outcomes) {
    this.slack = slack;
    this.settings = settings;
    this.tally = tally;
    this.tenure = tenure;
    this.records = records;
    this.turns = turns;
    this.outcomes = outcomes;
  }

  /**
   * @param goOn asked between effects; false gives the stream back
   * @return how many effects were tried
   */
  int run(BooleanSupplier goOn) {
    int tried = 0;
    while (goOn.getAsBoolean()) {
      long asked = System.nanoTime();
      boolean on =
          switch (turns.next()) {
            case Turn.Over _ -> false;
            case Turn.Give(QueuedEffect effect, String reason) -> outcomes.park(effect, reason);
            case Turn.Perform(QueuedEffect effect, Action action) -> {
              tried++;
              tenure.renewed(asked);
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

  private boolean perform(QueuedEffect effect, Action action) {
    var attempt = attempt(effect, action.methods());
    if (effect.attempts() > 0) {
      tally.retried();
    }
    try {
      return outcomes.done(effect, action, action.perform(attempt));
    } catch (SlackFault e) {
      return outcomes.fault(effect, action, e.fault());
    } catch (Unavailable e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} #{} met a fault of our own", stream(), effect.seq(), e);
      String where = Turns.where(tenure.lease(), effect);
      return attempt.begun()
          ? outcomes.fault(
              effect, action, new Fault.Unknown("A fault of Evenkeel's own. " + where, true))
          : outcomes.park(effect, "It cannot be shown, a fault of Evenkeel's own. " + where + ".");
    }
  }

  private boolean look(QueuedEffect effect, Action action) {
    var attempt = attempt(effect, List.of());
    try {
      var sought = action.sought(attempt);
      Optional<SlackObject> found =
          sought.isEmpty() ? Optional.empty() : Looks.find(attempt, sought.get());
      return found.isPresent()
          ? outcomes.done(effect, action, made(attempt, sought.get(), found.get()))
          : outcomes.notFound(effect, sought.isEmpty());
    } catch (SlackFault e) {
      return outcomes.lookFailed(effect, e.fault());
    } catch (Unavailable e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} #{} could not be looked for", stream(), effect.seq(), e);
      String why = "A fault of Evenkeel's own. " + Turns.where(tenure.lease(), effect);
      return outcomes.lookFailed(effect, new Fault.Unknown(why, true));
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

  private String stream() {
    return tenure.lease().stream();
  }
}
