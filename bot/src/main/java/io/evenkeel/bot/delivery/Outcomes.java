package io.evenkeel.bot.delivery;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.Decoded;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.delivery.Lease;
import io.evenkeel.persistence.delivery.Notices;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.QueuedEffect;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.delivery.SlackObjects;
import io.evenkeel.persistence.delivery.Streams;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what became of an effect. Each method returns whether to go on with the stream: false
 * once it is somebody else's or was given back.
 */
final class Outcomes {
  private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

  /** How many looks have said no since the effect was last sent. */
  static final String LOOKS = "looks";

  private static final String FAILED_LOOKS = "failed-looks";

  /** What fails in ways that we do not know is tried so often, then a person must look. */
  private static final int TRIES = 6;

  private static final Set<Effect.Kind> CARDLESS =
      Set.of(Effect.Kind.CREATE_CHANNEL, Effect.Kind.POST_CARD, Effect.Kind.REFRESH_CARD);

  private final Records records;
  private final DeliverySettings settings;
  private final Halt halt;
  private final Owed owed;
  private final Tally tally;
  private final Lease lease;

  Outcomes(
      Records records, DeliverySettings settings, Halt halt, Owed owed, Tally tally, Lease lease) {
    this.records = records;
    this.settings = settings;
    this.halt = halt;
    this.owed = owed;
    this.tally = tally;
    this.lease = lease;
  }

  boolean done(QueuedEffect effect, Action action, Map<Purpose, SlackObject> made) {
    return keepOrOwe(effect, action, tx -> done(tx, new Streams(tx), effect, action, made));
  }

  /**
   * The same, and takes the stream's next turn in the same transaction. Where that fails it is
   * recorded alone first: what comes next must not undo it.
   */
  Turn done(QueuedEffect effect, Action action, Map<Purpose, SlackObject> made, Turns turns) {
    turns.begin();
    Turn next;
    try {
      next =
          records.once(tx -> {
            var streams = new Streams(tx);
            return done(tx, streams, effect, action, made) ? turns.turn(tx, streams) : null;
          });
    } catch (RuntimeException e) {
      LOG.info("{} #{} is recorded alone: {}", lease.stream(), effect.seq(), e.getMessage());
      return done(effect, action, made) ? turns.again() : new Turn.Over();
    }
    if (next == null) {
      late(effect, action);
      return new Turn.Over();
    }
    return next;
  }

  private boolean done(
      Transaction tx,
      Streams streams,
      QueuedEffect effect,
      Action action,
      Map<Purpose, SlackObject> made) {
    boolean mine = streams.done(lease, effect, made);
    if (mine && action.edits() && effect.inDoubt()) {
      // An earlier request may still land after this one and show an older state.
      streams.onceMore(lease, effect, settings.settle());
    }
    if (mine && made.containsKey(Purpose.CHANNEL)) {
      linkFromAnnouncement(tx);
    }
    return mine;
  }

  /** Slack was asked: a record that comes too late must not pass unnoticed. */
  private boolean keepOrOwe(QueuedEffect effect, Action action, Predicate<Transaction> record) {
    boolean mine = false;
    try {
      mine = records.keep(record::test);
    } finally {
      if (!mine) {
        late(effect, action);
      }
    }
    return mine;
  }

  private void late(QueuedEffect effect, Action action) {
    LOG.warn("{} #{} was recorded too late, or not at all", lease.stream(), effect.seq());
    owed.late(lease, effect, action);
  }

  /** The channel was made late, and the announcement stands without a link. */
  private void linkFromAnnouncement(Transaction tx) {
    IncidentNumber incident = lease.incident();
    if (incident != null && new SlackObjects(tx).find(incident, Purpose.ANNOUNCEMENT).isPresent()) {
      new Effects(tx).refresh(incident, new Effect.RefreshAnnouncement());
    }
  }

  boolean park(QueuedEffect effect, String reason) {
    LOG.warn("{} #{} needs a person: {}", lease.stream(), effect.seq(), reason);
    boolean mine =
        records.keep(tx -> {
          boolean parked = new Streams(tx).park(lease, effect, reason);
          if (parked) {
            new Notices(tx).parked(lease, effect, reason, settings.gather());
          }
          return parked;
        });
    if (mine) {
      tally.wasParked();
    }
    IncidentNumber incident = lease.incident();
    if (mine && incident != null && told(effect)) {
      // On its own: the announcement's stream must not be locked before the channel's.
      records.keep(tx -> {
        new Effects(tx).refresh(incident, new Effect.RefreshCard());
        return true;
      });
    }
    return mine;
  }

  /** The card shows what is parked, unless it is the card that fails. */
  private static boolean told(QueuedEffect effect) {
    return !(effect.content() instanceof Decoded.Known(Effect known))
        || !CARDLESS.contains(known.kind());
  }

  private static String channel(QueuedEffect effect) {
    return effect.content() instanceof Decoded.Known(Effect known)
            && known.place() == Effect.Place.ANNOUNCE
        ? "the announcement channel"
        : "the incident's channel";
  }

  boolean fault(QueuedEffect effect, Action action, Fault fault) {
    int attempts = effect.attempts() + 1;
    return switch (fault) {
      case Fault.Lost _ -> false;
      case Fault.Refused(String error, String hint) ->
          park(effect, SlackErrors.words(error, hint, channel(effect)));
      case Fault.Rejected(String why) -> park(effect, why);
      case Fault.Halted(String error) -> {
        halt(error);
        again(effect, Duration.ZERO, error);
        yield release(Duration.ZERO);
      }
      case Fault.Limited(Duration retryAfter) -> again(effect, retryAfter, "too many calls");
      case Fault.NotDone(Duration wait, String why) ->
          again(effect, wait == null ? settings.backOff(attempts) : wait, why);
      case Fault.Unknown(String why, boolean answered) ->
          (answered && attempts >= TRIES)
              ? park(effect, why + ". It was tried " + attempts + " times.")
              : unknown(effect, action, why, attempts);
    };
  }

  private boolean again(QueuedEffect effect, Duration in, String why) {
    return records.keep(tx -> new Streams(tx).again(lease, effect, in, why));
  }

  private boolean unknown(QueuedEffect effect, Action action, String why, int attempts) {
    LOG.info("{} #{} may have happened: {}", lease.stream(), effect.seq(), why);
    Duration wait = settings.backOff(attempts);
    return keepOrOwe(
        effect,
        action,
        tx -> {
          var streams = new Streams(tx);
          return streams.note(lease, effect, Map.of(LOOKS, "0"))
              && streams.unknown(lease, effect, wait, why);
        });
  }

  /**
   * A look that says no. The second one counts, at the earliest when Slack's history has settled
   * after the last attempt.
   *
   * @param surely it cannot have happened at all
   */
  boolean notFound(QueuedEffect effect, boolean surely) {
    Duration sinceSent = effect.sinceLastSent() == null ? Duration.ZERO : effect.sinceLastSent();
    Duration left = settings.call().plus(settings.settle()).minus(sinceSent);
    int looks = noted(effect, LOOKS) + 1;
    if (surely || (looks >= 2 && !left.isPositive())) {
      return again(effect, Duration.ZERO, "it was looked for and is not there");
    }
    Duration next = left.isPositive() ? left : settings.backOff(1);
    return lookAgain(
        effect,
        Map.of(LOOKS, Integer.toString(looks), FAILED_LOOKS, "0"),
        next,
        "looked for " + looks + " times");
  }

  /** Not a "no": looked for again. */
  boolean lookFailed(QueuedEffect effect, Fault fault) {
    int failures = noted(effect, FAILED_LOOKS) + 1;
    String doubt = "It may have been posted, and cannot be looked for. ";
    return switch (fault) {
      case Fault.Lost _ -> false;
      case Fault.Refused(String error, String hint) ->
          park(effect, doubt + SlackErrors.words(error, hint, channel(effect)));
      case Fault.Rejected(String why) -> park(effect, doubt + why);
      case Fault.Halted(String error) -> {
        halt(error);
        yield release(Duration.ZERO);
      }
      case Fault.Limited(Duration retryAfter) ->
          lookAgain(effect, Map.of(), retryAfter, "the look came too soon for Slack");
      case Fault.NotDone(Duration in, String why) when in != null ->
          lookAgain(effect, Map.of(), in, why);
      case Fault.Unknown(String why, boolean answered) when answered && failures >= TRIES ->
          park(effect, doubt + why + ". It was tried " + failures + " times.");
      case Fault.NotDone _, Fault.Unknown _ ->
          lookAgain(
              effect,
              Map.of(FAILED_LOOKS, Integer.toString(failures)),
              settings.backOff(failures),
              "the look failed");
    };
  }

  private boolean lookAgain(
      QueuedEffect effect, Map<String, String> notes, Duration in, String why) {
    return records.keep(tx -> {
      var streams = new Streams(tx);
      return streams.note(lease, effect, notes) && streams.unknown(lease, effect, in, why);
    });
  }

  private static int noted(QueuedEffect effect, String what) {
    return Integer.parseInt(effect.notes().getOrDefault(what, "0"));
  }

  private void halt(String error) {
    halt.because(error);
    LOG.error("Slack refuses the token ({}): nothing is sent until it takes it again", error);
  }

  /** Gives the stream back. */
  boolean release(Duration dueIn) {
    records.keep(tx -> new Streams(tx).release(lease, dueIn));
    return false;
  }
}
