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
  private static final int GUESSES = 10;

  private final Entrance entrance;
  private final Taking taking;
  private final InstantSource clock;
  private final AlertMeter meter;
  private final Allowance taken = new Allowance(BURST, PER_MINUTE);
  private final Allowance guesses = new Allowance(GUESSES, GUESSES);
  private final Allowance told = new Allowance(1, 1);
  private final Set<String> hinted = ConcurrentHashMap.newKeySet();

  AlertRoute(Entrance entrance, Taking taking, InstantSource clock, AlertMeter meter) {
    this.entrance = entrance;
    this.taking = taking;
    this.clock = clock;
    this.meter = meter;
  }

  void handle(Context context, Door door, Body most, AlertAnswers answers) throws IOException {
    if (!door.open()) {
      hint(context, door);
      throw nothingHere();
    }
    try {
      answer(context, door, most, answers);
    } catch (Refusal refusal) {
      meter.ended(door, refusal.status == 503 ? "not_recorded" : "refused");
      throw refusal;
    }
  }

  private void answer(Context context, Door door, Body most, AlertAnswers answers)
      throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String from = door.source() + " " + entrance.from(context);
    if (!door.admits(context.header("Authorization"))) {
      guessed(from, now);
      context.header("WWW-Authenticate", "Bearer realm=\"evenkeel\"");
      throw new Refusal(
          401,
          "This address needs the secret of "
              + door.variables()
              + ". Send it as Authorization: Bearer, or as the password of Basic.");
    }
    byte[] body = most.read(context);
    switch (door.read(body, context.header("X-PagerDuty-Signature"), now)) {
      case Brought.Stranger stranger -> {
        guessed(from, now);
        answers.stranger(context, stranger);
        meter.ended(door, "refused");
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
        slower(taken.take(from, now), "More than " + PER_MINUTE + " requests a minute come.");
        Taking.Taken kept = keep(alerts, now);
        answers.taken(context, alerts, kept);
        meter.ended(door, kept.repeated() ? "repeated" : "recorded");
        meter.leftOut(door, alerts.arrival().dropped());
      }
    }
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

  private void guessed(String from, Instant now) {
    slower(guesses.take(from, now), "Too many wrong secrets came from your address.");
  }

  private static void slower(Duration wait, String words) {
    if (wait.isPositive()) {
      throw Refusal.slower(words + " Wait a moment, then send it again.", wait);
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
