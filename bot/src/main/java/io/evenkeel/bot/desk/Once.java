package io.evenkeel.bot.desk;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.inbox.Inbox;
import java.time.Instant;

/** Tells the first time from repeats, for what cannot be taken back and may get lost. */
public final class Once {
  private static final Answer NOTED = Answer.unchanged(Prose.of(""));

  private final Database database;

  public Once(Database database) {
    this.database = database;
  }

  /**
   * True once for a key, over all replicas; also while Postgres is away, as nobody can tell then.
   *
   * @param now UTC at microseconds
   */
  public boolean first(InboxKey key, Instant now) {
    try {
      return database.query(
          Database.COMMAND_LIMIT,
          tx -> {
            var inbox = new Inbox(tx);
            boolean first = inbox.claim(key.key(), key.bodyHash(), now).isEmpty();
            if (first) {
              inbox.answer(key.key(), NOTED);
            }
            return first;
          });
    } catch (Unavailable _) {
      return true;
    }
  }
}
