package io.evenkeel.bot.http;

import io.evenkeel.bot.access.Allowance;
import io.evenkeel.bot.hooks.Door;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who brings alerts with a wrong secret: counted, so that somebody is told of it, and slowed down
 * by address, so that nobody guesses.
 */
final class WrongSecrets {
  private static final Logger log = LoggerFactory.getLogger(WrongSecrets.class);
  private static final int GUESSES = 10;

  private final AlertMeter meter;
  private final Allowance guesses = new Allowance(GUESSES, GUESSES);
  private final Allowance told = new Allowance(1, 1);

  WrongSecrets(AlertMeter meter) {
    this.meter = meter;
  }

  /**
   * @param from the sender's address
   * @return what the sender is told instead, once there were too many
   */
  Optional<Refusal> came(Door door, String from, Instant now) {
    meter.ended(door, AlertMeter.WRONG_SECRET);
    if (told.take(door.source(), now).isZero()) {
      log.warn(
          "Alerts come from {} with a secret that is not the one in {}: they are not taken. This is"
              + " said once a minute",
          from,
          door.variables());
    }
    Duration wait = guesses.take(door.source() + " " + from, now);
    return wait.isPositive()
        ? Optional.of(
            Refusal.slower(
                "Too many wrong secrets came from your address. Wait a moment, then send it again.",
                wait))
        : Optional.empty();
  }
}
