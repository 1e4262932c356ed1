package io.evenkeel.bot.read;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.RoleTerm;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.incident.Head;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.postmortem.Draft;
import java.util.List;
import java.util.Optional;

/**
 * Postmortem drafts of what is recorded right now. Whether somebody may see one is asked before.
 */
public final class Drafts {
  /** How often a command may commit between the two reads before something else must be wrong. */
  private static final int TRIES = 10;

  private final Database database;
  private final SeverityScale severities;

  public Drafts(Database database, SeverityScale severities) {
    this.database = database;
    this.severities = severities;
  }

  /** What was found. */
  public sealed interface Drafted {
    record Found(Draft draft) implements Drafted {}

    record NoSuchIncident() implements Drafted {}

    /**
     * @param why for the log: Postgres is away or did not answer in time
     */
    record NotNow(String why) implements Drafted {}
  }

  /** The draft of that incident, private or not. Reads within 30 s. */
  public Drafted of(IncidentNumber number) {
    try {
      return database.query(tx -> read(tx, number));
    } catch (Unavailable away) {
      return new Drafted.NotNow(String.valueOf(away.getMessage()));
    }
  }

  /** The timeline only grows: a head that fits the incident makes the four reads one picture. */
  private Drafted read(Transaction tx, IncidentNumber number) {
    var timeline = new Timeline(tx);
    for (int i = 0; i < TRIES; i++) {
      var incidents = new Incidents(tx);
      Optional<Incident> incident = incidents.find(number);
      if (incident.isEmpty()) {
        return new Drafted.NoSuchIncident();
      }
      int entries = incident.get().entries();
      List<RoleTerm> terms = incidents.terms(number);
      Head head = timeline.head(number);
      if (head.count() == entries) {
        return new Drafted.Found(
            Draft.of(
                incident.get(),
                timeline.range(number, 1, entries),
                terms,
                new Boards(tx).of(number),
                severities,
                new Draft.Head(entries, head.hash())));
      }
    }
    return new Drafted.NotNow(number + " changed with every look");
  }
}
