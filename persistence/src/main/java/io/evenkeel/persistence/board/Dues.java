package io.evenkeel.persistence.board;

import io.evenkeel.persistence.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
   * @param archiveAfter so long after an incident was closed its channel is archived
   */
  public List<Due> at(Instant now, int most, Duration archiveAfter) {
    return Stream.of(
            new Tasks(sql).due(now, most),
            new Handovers(sql).due(now, most),
            new Archivals(sql).due(now, most, archiveAfter))
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Due::at))
        .toList();
  }
}
