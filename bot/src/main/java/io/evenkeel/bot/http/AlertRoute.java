package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Allowance;
import io.evenkeel.bot.hooks.Brought;
import io.evenkeel.bot.hooks.Door;
import io.evenkeel.bot.hooks.Taking;
import io.evenkeel.persistence.InDoubt;
import io.evenkeel.persistence.NotRecorded;
import io.evenkeel.persistence.Unavailable;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request with alerts, from who sent it to what it is told. It is kept before it is answered.
 * 503 alone means that it should be sent again, and means nothing else.
 */
final class AlertRoute {
  private static final Logger log = LoggerFactory.getLogger(AlertRoute.class);

  /** A storm of one event for each alert comes through; a loop that went mad does not. */
  private static final int BURST = 6_000;

  private static final int PER_MINUTE = 12_000;

  private final Entrance entrance;
  private final Taking taking;
  private final InstantSource clock;
  private final AlertMeter meter;
  private final Allowance taken = new Allowance(BURST, PER_MINUTE);
  private final WrongSecrets wrong;
  private final Allowance told = new Allowance(1, 1);
  private final Set<String> hinted = ConcurrentHashMap.newKeySet();

  AlertRoute(Entrance entrance, Taking taking, InstantSource clock, AlertMeter meter) {
    this.entrance = entrance;
    this.taking = taking;
    this.clock = clock;
    this.meter = meter;
    wrong = new WrongSecrets(meter);
  }

  void handle(Context context, Door door, Body most, AlertAnswers answers) throws IOException {
    if (!door.open()) {
      hint(context, door);
      throw nothingHere();
    }
    Optional<Refusal> stranger;
    try {
      stranger = answer(context, door, most, answers);
    } catch (Refusal refusal) {
      meter.ended(door, refusal.status == 503 ? "not_recorded" : "refused");
      throw refusal;
    }
    if (stranger.isPresent()) {
      throw stranger.get();
    }
  }

  /** Returns what is said to somebody with a wrong secret, who is counted already. */
  private Optional<Refusal> answer(Context context, Door door, Body most, AlertAnswers answers)
      throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String from = entrance.from(context);
    if (!door.admits(context.header("Authorization"))) {
      return wrong.came(door, from, now).or(() -> Optional.of(unauthorised(context, door)));
    }
    byte[] body = most.read(context);
    switch (door.read(body, context.header("X-PagerDuty-Signature"), now)) {
      case Brought.Stranger stranger -> {
        Optional<Refusal> slower = wrong.came(door, from, now);
        if (slower.isEmpty()) {
          answers.stranger(context, stranger);
        }
        return slower;
      }
      case Brought.Faulty faulty -> {
        answers.faulty(context, faulty);
        meter.ended(door, "refused");
      }
      case Brought.Nothing nothing -> {
        answers.nothing(context, nothing);
        meter.ended(door, "nothing");
      }
      case Brought.Alerts alerts -> {
        slower(taken.take(door.source() + " " + from, now));
        Taking.Taken kept = keep(alerts, now);
        answers.taken(context, alerts, kept);
        meter.ended(door, kept.repeated() ? "repeated" : "recorded");
        meter.leftOut(door, alerts.arrival().dropped());
      }
    }
    return Optional.empty();
  }

  private static Refusal unauthorised(Context context, Door door) {
    context.header("WWW-Authenticate", "Bearer realm=\"evenkeel\"");
    return new Refusal(
        401,
        "This address needs the secret of "
            + door.variables()
            + ". Send it as Authorization: Bearer, or as the password of Basic.");
  }

  private Taking.Taken keep(Brought.Alerts alerts, Instant now) {
    try {
      return taking.take(alerts.arrival(), now);
    } catch (Unavailable | NotRecorded | InDoubt e) {
      if (told.take(alerts.arrival().source(), now).isZero()) {
        log.warn(
            "Alerts of {} are not recorded, or nobody knows: {}. Their sender is told to try again;"
                + " this is said once a minute",
            alerts.arrival().source(),
            String.valueOf(e.getMessage()));
      }
      throw Refusal.away();
    }
  }

  private static void slower(Duration wait) {
    if (wait.isPositive()) {
      throw Refusal.slower(
          "More than " + PER_MINUTE + " requests a minute come. Wait a moment, then send it again.",
          wait);
    }
  }

  /** Whoever set up the sender looks into the log sooner or later. */
  private void hint(Context context, Door door) {
    if (hinted.add(door.source())) {
      log.info(
          "Something was sent to {}, which is closed: set {} to open it. This is said once",
          context.path(),
          door.variables());
    }
  }

  /** As at any address where nothing is. */
  static Refusal nothingHere() {
    return new Refusal(404, "There is nothing at this address.");
  }
}
