package io.evenkeel.sandbox.workspace;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Makes ids and timestamps that were never there before. Called under the workspace's lock. */
final class Ids {

  private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final SecureRandom random = new SecureRandom();
  private final InstantSource time;
  private long lastMicros;

  Ids(InstantSource time) {
    this.time = time;
  }

  Instant now() {
    return time.instant();
  }

  long seconds() {
    return now().getEpochSecond();
  }

  /** A timestamp after every earlier one, even when the clock stands still. */
  String nextTs() {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now());
    lastMicros = Math.max(micros, lastMicros + 1);
    return "%d.%06d".formatted(lastMicros / 1_000_000, lastMicros % 1_000_000);
  }

  /** Never go back before this timestamp. */
  void startAfter(String ts) {
    long micros = Long.parseLong(ts.replace(".", ""));
    lastMicros = Math.max(lastMicros, micros);
  }

  String id(String prefix) {
    return prefix + letters(9);
  }

  String letters(int count) {
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
