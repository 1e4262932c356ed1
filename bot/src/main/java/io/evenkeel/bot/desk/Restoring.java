package io.evenkeel.bot.desk;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditEntry;
import io.evenkeel.persistence.delivery.Restored;
import org.jspecify.annotations.Nullable;

/**
 * What is done once after the database was set back to an earlier moment, before the bot goes on.
 */
public final class Restoring {
  private Restoring() {}

  /**
   * What became of it.
   *
   * @param doubted how many effects will be looked for in Slack before they are done
   * @param skipped false when the numbers went on behind the one that was asked for anyway
   */
  public record Done(int doubted, boolean skipped) {}

  /**
   * Stands in the audit. Doing so again does no harm.
   *
   * @param next the lowest incident number that may be given from now on; null for the one that
   *     comes next anyway
   * @throws io.evenkeel.persistence.Unavailable when Postgres fails; nothing was done then
   */
  public static Done run(Database database, @Nullable IncidentNumber next) {
    return database.query(tx -> {
      var restored = new Restored(tx);
      int doubted = restored.doubtAll();
      boolean skipped = next != null && restored.numbersFrom(next);
      new Audit(tx)
          .add(
              new AuditEntry(
                  "evenkeel",
                  "restored",
                  "database",
                  doubted
                      + " effects are looked for in Slack before they are done"
                      + (skipped ? "; incident numbers go on at " + next : "")));
      return new Done(doubted, skipped);
    });
  }
}
