package io.evenkeel.persistence.postmortem;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.RoleTerm;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.incident.Head;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.persistence.slo.Prices;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.Guidance;
import io.evenkeel.postmortem.revision.Paper;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Postmortems as they stand, read in one transaction. */
public final class Papers {
  private final Transaction tx;
  private final SeverityScale severities;

  public Papers(Transaction tx, SeverityScale severities) {
    this.tx = tx;
    this.severities = severities;
  }

  /**
   * What the timeline says right now: one picture, as the timeline only grows and its head fits the
   * incident. Empty when the incident changed between the reads: to be read again.
   */
  public Optional<Draft> draft(Incident incident) {
    IncidentNumber number = incident.number();
    var timeline = new Timeline(tx);
    int entries = incident.entries();
    var boards = new Boards(tx);
    List<RoleTerm> terms = new Incidents(tx).terms(number);
    Head head = timeline.head(number);
    return head.count() == entries
        ? Optional.of(
            Draft.of(
                    incident,
                    timeline.range(number, 1, entries),
                    terms,
                    boards.of(number),
                    boards.promises(number),
                    severities,
                    new Draft.Head(entries, head.hash()))
                .with(
                    new Guidance(boards.steps(number), boards.unguided(number)),
                    new Prices(tx).of(number)))
        : Optional.empty();
  }

  /**
   * @param incident locked by this transaction
   * @param document writes a draft
   */
  public Paper locked(Incident incident, Function<Draft, String> document) {
    return with(draft(incident).orElseThrow(), document);
  }

  /** The draft with what people made of it. */
  public Paper with(Draft draft, Function<Draft, String> document) {
    IncidentNumber number = draft.incident().number();
    return new Paper(
        new Postmortems(tx).of(number),
        new Revisions(tx).newest(number).orElse(null),
        draft,
        document.apply(draft));
  }
}
