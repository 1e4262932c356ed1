package io.evenkeel.bot.access;

import io.evenkeel.incident.Person;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.access.ApiToken;
import io.evenkeel.persistence.access.ApiTokens;
import io.evenkeel.persistence.people.People;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token that is known by its hash.
 *
 * @param over why it opens nothing any more; null while it does
 */
record FoundToken(ApiToken token, @Nullable String over) {
  /** Finds it, and notes that it was used if it opens anything. */
  static Optional<FoundToken> find(Transaction tx, byte[] hash, Instant now) {
    var tokens = new ApiTokens(tx);
    return tokens
        .find(hash)
        .map(token -> {
          String over = over(tx, token, now);
          if (over == null) {
            tokens.used(token, now);
          }
          return new FoundToken(token, over);
        });
  }

  /** Whoever brings it. */
  Caller.Token caller() {
    var scopes = EnumSet.noneOf(Scope.class);
    // A scope that a newer version wrote is not known here, and opens nothing.
    token.scopes().forEach(word -> Scope.named(word).ifPresent(scopes::add));
    return new Caller.Token(token.name(), scopes, token.person());
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
}
