package io.evenkeel.persistence.delivery;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Written;

/**
 * What must be settled once after the database was set back to an earlier moment: Slack was not set
 * back with it.
 */
public final class Restored {
  /** As what is under way when a relay dies: looked for, or repeated where that does no harm. */
  private static final String DOUBT =
      """
      update effect set state = ?, reason = ?,
        result = coalesce(result, '{}'::jsonb) || ?::jsonb, due_at = '-infinity',
        first_sent_at = least(first_sent_at, recorded_at), last_sent_at = clock_timestamp()
      where state in ('READY', 'SENDING', 'UNKNOWN')\
      """;

  /** Whoever held a lease at that moment is gone, or must not go on with what it knows. */
  private static final String FREE =
      """
      update effect_stream set epoch = epoch + 1, lease_until = '-infinity', waits_for = null,
        turn_at = null, due_at = case when due_at = 'infinity' then due_at else now() end
      where due_at < 'infinity' or lease_until > '-infinity'\
      """;

  private static final String NUMBERS =
      "update incident_counter set last_number = ? where last_number < ?";

  private final Transaction tx;

  public Restored(Transaction tx) {
    this.tx = tx;
  }

  /**
   * All that is still to be done in Slack may have been done there after that moment: it is looked
   * for before it is done. Returns how many those are. Doing so again does no harm.
   */
  public int doubtAll() {
    new Written(tx, FREE).run();
    return new Written(tx, DOUBT)
        .text(EffectState.UNKNOWN.name())
        .text("the database was restored")
        .text("{\"%s\": \"yes\", \"looks\": \"0\"}".formatted(Notes.DOUBT))
        .run();
  }

  /**
   * Incidents that were declared after that moment are lost, and Slack has channels of them: their
   * numbers are given to no other.
   *
   * @param next the lowest number that may be given from now on
   * @return false when it is not higher than what would have come anyway
   */
  public boolean numbersFrom(IncidentNumber next) {
    int last = next.value() - 1;
    return new Written(tx, NUMBERS).number(last).number(last).run() == 1;
  }
}
