package io.evenkeel.bot.access;

import io.evenkeel.hash.Sha256;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up tokens. One is found by its SHA-256, so the time that a lookup takes tells nothing of
 * the token. Wrong ones are counted for each address: after ten at once, one in six seconds. A
 * token that was right within the last ten minutes is not held up by what others try from the same
 * address. Safe for any number of threads.
 */
public final class Keys {
  private static final Logger log = LoggerFactory.getLogger(Keys.class);
  private static final int GUESSES = 10;
  private static final int REMEMBERED = 1_000;
  private static final Duration RIGHT_FOR = Duration.ofMinutes(10);

  private final Database database;
  private final @Nullable Predicate<String> first;
  private final Allowance guesses = new Allowance(GUESSES, GUESSES);
  private final Allowance told = new Allowance(1, 1);
  private final Map<String, Instant> right = new Bounded<>(REMEMBERED);

  /**
   * @param first whether a text is the operator's first token, in constant time; null when there is
   *     none
   */
  public Keys(Database database, @Nullable Predicate<String> first) {
    this.database = database;
    this.first = first;
  }

  /** What a text opens. */
  public sealed interface Opened {
    record By(Caller.Token token) implements Opened {}

    /** No token, or an ended one; the words say which to whoever held it. */
    record Nothing(String words) implements Opened {}

    /** Too many wrong ones came from there. */
    record Wait(Duration time) implements Opened {}

    /** Postgres is away. */
    record NotNow() implements Opened {}
  }

  /**
   * @param given what came after "Bearer"
   * @param address from where
   * @param now UTC at microseconds
   */
  public Opened open(String given, String address, Instant now) {
    if (first != null && first.test(given)) {
      return new Opened.By(Caller.Token.OPERATOR);
    }
    if (!TokenText.wellFormed(given)) {
      return wrong(address, now);
    }
    byte[] hash = Sha256.of(given);
    Duration wait = guesses.wait(address, now);
    if (wait.isPositive() && !wasRight(hash, now)) {
      return new Opened.Wait(wait);
    }
    try {
      return database
          .query(Database.COMMAND_LIMIT, tx -> FoundToken.find(tx, hash, now))
          .map(found -> opened(found, hash, now))
          .orElseGet(() -> wrong(address, now));
    } catch (Unavailable _) {
      return new Opened.NotNow();
    }
  }

  private Opened opened(FoundToken found, byte[] hash, Instant now) {
    String over = found.over();
    if (over != null) {
      return new Opened.Nothing(over);
    }
    synchronized (right) {
      right.put(HexFormat.of().formatHex(hash), now);
    }
    return new Opened.By(found.caller());
  }

  private Opened wrong(String address, Instant now) {
    Duration wait = guesses.take(address, now);
    if (wait.isPositive()) {
      if (told.take(address, now).isZero()) {
        log.warn("Too many wrong API tokens come from {}: they are answered with 429", address);
      }
      return new Opened.Wait(wait);
    }
    return new Opened.Nothing("This API token is not the right one.");
  }

  private boolean wasRight(byte[] hash, Instant now) {
    synchronized (right) {
      Instant seen = right.get(HexFormat.of().formatHex(hash));
      return seen != null && seen.isAfter(now.minus(RIGHT_FOR));
    }
  }
}
