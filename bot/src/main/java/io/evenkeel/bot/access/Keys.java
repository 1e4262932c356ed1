package io.evenkeel.bot.access;

import io.evenkeel.incident.Person;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.access.ApiToken;
import io.evenkeel.persistence.access.ApiTokens;
import io.evenkeel.persistence.people.People;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
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
    byte[] hash = Secrets.sha256(given);
    Duration wait = guesses.wait(address, now);
    if (wait.isPositive() && !wasRight(hash, now)) {
      return new Opened.Wait(wait);
    }
    try {
      return database
          .query(Database.COMMAND_LIMIT, tx -> found(tx, hash, now))
          .map(found -> opened(found, hash, now))
          .orElseGet(() -> wrong(address, now));
    } catch (Unavailable _) {
      return new Opened.NotNow();
    }
  }

  /**
   * @param over why it opens nothing any more; null while it does
   */
  private record Found(ApiToken token, @Nullable String over) {}

  private static Optional<Found> found(Transaction tx, byte[] hash, Instant now) {
    var tokens = new ApiTokens(tx);
    return tokens
        .find(hash)
        .map(token -> {
          String over = over(tx, token, now);
          if (over == null) {
            tokens.used(token, now);
          }
          return new Found(token, over);
        });
  }

  private Opened opened(Found found, byte[] hash, Instant now) {
    ApiToken token = found.token();
    String over = found.over();
    if (over != null) {
      return new Opened.Nothing(over);
    }
    synchronized (right) {
      right.put(HexFormat.of().formatHex(hash), now);
    }
    var scopes = EnumSet.noneOf(Scope.class);
    // A scope that a newer version wrote is not known here, and opens nothing.
    token.scopes().forEach(word -> Scope.named(word).ifPresent(scopes::add));
    return new Opened.By(new Caller.Token(token.name(), scopes, token.person()));
  }

  private static @Nullable String over(Transaction tx, ApiToken token, Instant now) {
    Person owner = token.person();
    if (owner != null && new People(tx).active(owner.id()).isEmpty()) {
      return "The token \""
          + token.name()
          + "\" belongs to "
          + owner.name()
          + ", whose account in Slack is not active. Ask an operator for another.";
    }
    if (token.revokedAt() != null) {
      return "The token \"" + token.name() + "\" was revoked. Ask an operator for a new one.";
    }
    return token.expiresAt().isAfter(now)
        ? null
        : "The token \""
            + token.name()
            + "\" ended on "
            + token.expiresAt().toString().substring(0, 10)
            + ". Ask an operator for a new one.";
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
