package io.evenkeel.bot.access;

import io.evenkeel.hash.Sha256;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.access.Sessions;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditEntry;
import io.evenkeel.persistence.people.People;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is signed in to the pages. A visit ends when they sign out, after eight hours without a page,
 * after seven days, or when their account in Slack is deactivated. It is a row in Postgres, so any
 * replica knows it; all methods throw {@link io.evenkeel.persistence.Unavailable} while that is
 * away.
 */
public final class Visits {
  private static final Duration IDLE = Duration.ofHours(8);
  private static final Duration LONGEST = Duration.ofDays(7);

  /** Longer than any secret: what is longer is not looked for. */
  private static final int LONGEST_SECRET = 100;

  private final Database database;

  public Visits(Database database) {
    this.database = database;
  }

  /** Begins one and returns what the browser is to keep: 256 random bits, new each time. */
  public String begin(PersonId person, String from, Instant now) {
    String secret = Secrets.fresh();
    database.query(
        Database.COMMAND_LIMIT,
        tx -> {
          var sessions = new Sessions(tx);
          sessions.forgetEnded(IDLE, now);
          sessions.begin(Sha256.of(secret), person, now, now.plus(LONGEST));
          new Audit(tx)
              .add(
                  new AuditEntry(
                      person.value(), "sign-in", "the pages", "with Slack, from " + from));
          return true;
        });
    return secret;
  }

  /** Somebody of the workspace whose account is active; no bot. */
  Optional<Person> member(PersonId id) {
    return database.query(Database.COMMAND_LIMIT, tx -> new People(tx).active(id));
  }

  /** Whether they are here as a guest, who is not let in. */
  boolean guest(PersonId id) {
    return database.query(Database.COMMAND_LIMIT, tx -> new People(tx).guest(id));
  }

  /** Whose it is, while it lasts. */
  public Optional<Person> of(String secret, Instant now) {
    return secret.length() > LONGEST_SECRET
        ? Optional.empty()
        : database.query(
            Database.COMMAND_LIMIT, tx -> new Sessions(tx).of(Sha256.of(secret), IDLE, now));
  }

  public void end(String secret) {
    database.query(Database.COMMAND_LIMIT, tx -> new Sessions(tx).end(Sha256.of(secret)));
  }

  /** What a form of this visit carries: another site cannot know it. */
  public static String formKey(String secret) {
    return Secrets.derived("form", secret);
  }

  /** Whether a form was this visit's, in constant time. */
  public static boolean ownForm(String secret, String given) {
    return Secrets.same(formKey(secret), given);
  }
}
