package io.evenkeel.persistence.board;

import io.evenkeel.persistence.Transaction;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/** What is due, derived from the rows themselves: nothing else has to be kept or cancelled. */
public final class Dues {
  private final DSLContext sql;

  public Dues(Transaction tx) {
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * What is due and was not acted on, the longest due first. Locks nothing: whoever acts on it
   * looks again under the incident's lock.
   *
   * @param now UTC at microseconds
   * @param most of each kind
   */
  public List<Due> at(Instant now, int most) {
    return new Tasks(sql).due(now, most);
  }
}
