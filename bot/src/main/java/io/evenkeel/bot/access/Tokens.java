package io.evenkeel.bot.access;

import io.evenkeel.hash.Sha256;
import io.evenkeel.incident.Person;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.access.ApiToken;
import io.evenkeel.persistence.access.ApiTokens;
import io.evenkeel.persistence.access.Sessions;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditEntry;
import io.evenkeel.persistence.people.People;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes tokens of the API, lists and revokes them, and signs people out; the audit keeps who did.
 */
public final class Tokens {
  private final Database database;

  public Tokens(Database database) {
    this.database = database;
  }

  /** What came of it. */
  public sealed interface Made {
    /**
     * @param text the token itself, which is nowhere else
     */
    record Token(String text) implements Made {
      @Override
      public String toString() {
        return "Token[(secret)]";
      }
    }

    record Refused(String words) implements Made {}
  }

  /**
   * Makes it, unless something is wrong with it or its name is taken.
   *
   * @throws io.evenkeel.persistence.Unavailable while Postgres is away
   */
  public Made make(WantedToken wanted, Instant now) {
    Optional<String> fault = wanted.fault();
    if (fault.isPresent()) {
      return new Made.Refused(fault.get());
    }
    String text = TokenText.fresh();
    List<String> scopes = wanted.scopes().stream().sorted().map(Scope::word).toList();
    var token =
        new ApiToken(wanted.name(), scopes, wanted.person(), now, wanted.expires(), null, null);
    boolean added =
        database.query(tx -> {
          boolean fresh = new ApiTokens(tx).add(token, Sha256.of(text), wanted.by());
          if (fresh) {
            new Audit(tx).add(audited("create-token", wanted.by(), token));
          }
          return fresh;
        });
    return added
        ? new Made.Token(text)
        : new Made.Refused(
            "There was a token \""
                + wanted.name()
                + "\" before, and timelines name it. Give this one another name, such as "
                + wanted.name()
                + "-2.");
  }

  /**
   * One token, for people.
   *
   * @param state open, ended or revoked
   * @param person whose it is; "-" for nobody's
   * @param ends the day, in UTC
   * @param lastUsed to the minute, in UTC; "never" while it was not
   */
  public record Line(
      String name, String state, String scopes, String person, String ends, String lastUsed) {}

  /** All there ever were, by name. */
  public List<Line> lines(Instant now) {
    return database.query(
        tx -> new ApiTokens(tx).all().stream().map(token -> line(token, now)).toList());
  }

  private static Line line(ApiToken token, Instant now) {
    Person person = token.person();
    Instant used = token.lastUsedAt();
    return new Line(
        token.name(),
        token.revokedAt() != null ? "revoked" : token.expiresAt().isAfter(now) ? "open" : "ended",
        String.join(",", token.scopes()),
        person == null ? "-" : person.name(),
        token.expiresAt().toString().substring(0, 10),
        used == null ? "never" : used.toString().substring(0, 16).replace('T', ' '));
  }

  /** Ends all sessions of somebody, on all replicas, and returns how many there were. */
  public int signOut(Person person, String by) {
    return database.query(tx -> {
      int ended = new Sessions(tx).endOf(person.id());
      new Audit(tx)
          .add(
              new AuditEntry(
                  by, "sign-out", person.id().value(), ended + " sessions of the pages ended"));
      return ended;
    });
  }

  /** Who goes by that user id or name; several where it is not clear. */
  public List<Person> called(String typed) {
    return database.query(tx -> new People(tx).meant(typed));
  }

  /** From now on it opens nothing, on any replica. False when none of that name was open. */
  public boolean revoke(String name, String by, Instant now) {
    return database.query(tx -> {
      boolean revoked = new ApiTokens(tx).revoke(name, now);
      if (revoked) {
        new Audit(tx)
            .add(new AuditEntry(by, "revoke-token", "token " + name, "opens nothing any more"));
      }
      return revoked;
    });
  }

  private static AuditEntry audited(String action, String by, ApiToken token) {
    Person person = token.person();
    return new AuditEntry(
        by,
        action,
        "token " + token.name(),
        "scopes "
            + token.scopes().stream().collect(Collectors.joining(" "))
            + (person == null ? "" : ", for " + person.name() + " (" + person.id() + ")")
            + ", until "
            + token.expiresAt());
  }
}
