package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.POSTMORTEM;

import io.evenkeel.incident.PostmortemCommand;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.drill.Replays;
import io.evenkeel.persistence.reminder.ActionDigests;
import io.evenkeel.persistence.reminder.Reminders;
import io.evenkeel.reminder.Cadences;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** What is due, derived from the rows themselves: nothing else has to be kept or cancelled. */
public final class Dues {
  private final Transaction tx;
  private final DSLContext sql;

  public Dues(Transaction tx) {
    this.tx = tx;
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
    return at(now, most, archiveAfter, Cadences.STANDARD);
  }

  /** The same where reminders have times of their own. */
  public List<Due> at(Instant now, int most, Duration archiveAfter, Cadences cadences) {
    return Stream.of(
            new Tasks(sql).due(now, most),
            new Handovers(sql).due(now, most),
            new Pages(sql).due(now, most),
            asked(now, most),
            new Reminders(tx).due(now, most, cadences),
            new ActionDigests(tx).due(now, most),
            new Replays(tx).due(now, most),
            new Archivals(sql).due(now, most, archiveAfter))
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Due::at))
        .toList();
  }

  /** Postmortems whose owner is to be asked. */
  private List<Due> asked(Instant now, int most) {
    return sql.selectFrom(POSTMORTEM)
        .where(POSTMORTEM.ASKED_AT.isNull())
        .and(POSTMORTEM.ASK_AT.le(now))
        .orderBy(POSTMORTEM.ASK_AT)
        .limit(most)
        .fetch(row -> {
          Instant at = Objects.requireNonNull(row.getAskAt());
          return new Due.OfIncident(
              row.getIncident(),
              "postmortem:" + row.getIncident(),
              at,
              new PostmortemCommand.Ask(at));
        });
  }
}
