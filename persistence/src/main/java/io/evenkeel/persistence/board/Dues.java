package io.evenkeel.persistence.board;

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
import java.util.stream.Stream;

/**
 * What is due, derived from the rows themselves: nothing else has to be kept or cancelled. A look
 * that finds nothing is one statement, put together once: it is made several times a second.
 */
public final class Dues {
  /** Postmortems whose owner is to be asked. */
  private static final String ASK =
      """
      select incident, 0, ask_at from postmortem, look
      where asked_at is null and ask_at <= look.now
      order by ask_at\
      """;

  private static final DueRows ALL =
      new DueRows(
          Stream.of(
                  Stream.of(Tasks.DUE, Handovers.DUE, Pages.DUE, ASK, Replays.DUE),
                  Reminders.TO_LOOK_AT.stream())
              .flatMap(kinds -> kinds)
              .toList());

  private final Transaction tx;

  public Dues(Transaction tx) {
    this.tx = tx;
  }

  /**
   * What is due and was not acted on, the longest due first, but for what is {@link #unhurried}.
   * Locks nothing: whoever acts on it looks again under the incident's lock.
   *
   * @param now UTC at microseconds
   * @param most of each kind
   * @param cadences when to remind of what
   */
  public List<Due> at(Instant now, int most, Cadences cadences) {
    DueRows.Found found = ALL.at(tx, now, most);
    return Stream.of(
            found.of(Tasks.DUE, Tasks::due),
            found.of(Handovers.DUE, Handovers::due),
            found.of(Pages.DUE, Pages::due),
            found.of(ASK, Dues::asked),
            new Reminders(tx).due(found.incidents(Reminders.TO_LOOK_AT, most), now, cadences),
            found.of(Replays.DUE, Replays::due))
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Due::at))
        .toList();
  }

  /** The same with the standard times of reminders. */
  public List<Due> at(Instant now, int most) {
    return at(now, most, Cadences.STANDARD);
  }

  /**
   * What is due to the day and not to the minute: channels to archive, and whom to tell of their
   * action items. It reads all that ended and all that was left undone, which grows with the years.
   *
   * @param archiveAfter so long after an incident was closed its channel is archived
   */
  public List<Due> unhurried(Instant now, int most, Duration archiveAfter) {
    return Stream.of(
            new Archivals(tx).due(now, most, archiveAfter), new ActionDigests(tx).due(now, most))
        .flatMap(List::stream)
        .toList();
  }

  private static Due asked(DueRow row) {
    return new Due.OfIncident(
        row.incident(),
        "postmortem:" + row.incident(),
        row.at(),
        new PostmortemCommand.Ask(row.at()));
  }
}
