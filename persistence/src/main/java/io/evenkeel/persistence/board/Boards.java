package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.INCIDENT_MEMBER;

import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.Claim;
import io.evenkeel.incident.Handover;
import io.evenkeel.incident.Impact;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Kept;
import io.evenkeel.incident.Link;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.RunbookStep;
import io.evenkeel.incident.Statement;
import io.evenkeel.incident.Task;
import io.evenkeel.incident.UpdatePromise;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.slo.Prices;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/** What stands beside each incident. */
public final class Boards {
  private final Transaction tx;
  private final DSLContext sql;

  public Boards(Transaction tx) {
    this.tx = tx;
    sql = tx.unwrap(DSLContext.class);
  }

  /** The board of that incident; empty where there is none. */
  public Board of(IncidentNumber incident) {
    return new Board(
        new Claims(sql).of(incident),
        new Tasks(sql).of(incident),
        new ActionItems(sql).of(incident),
        new Decisions(sql).of(incident),
        new Handovers(sql).of(incident),
        present(incident),
        new Links(sql).of(incident),
        List.of(),
        new Pages(sql).of(incident));
  }

  /** What was said, or waits to be said, to readers outside the response. */
  public List<Statement> statements(IncidentNumber incident) {
    return new Statements(sql).of(incident);
  }

  /** When updates promised the next one, in the order of the timeline. */
  public List<UpdatePromise> promises(IncidentNumber incident) {
    return new UpdatePromises(sql).of(incident);
  }

  /** Who is wanted, and was. */
  public List<Page> pages(IncidentNumber incident) {
    return new Pages(sql).of(incident);
  }

  /** Steps of runbooks that were done, also those that were taken back. */
  public List<RunbookStep> steps(IncidentNumber incident) {
    return new RunbookSteps(sql).of(incident);
  }

  /** Its services for which there was no runbook when it was declared. */
  public List<String> unguided(IncidentNumber incident) {
    return new RunbookSteps(sql).missing(incident);
  }

  /** There is no runbook for these services of it. Said again, nothing changes. */
  public void unguided(IncidentNumber incident, List<String> services, Instant now) {
    new RunbookSteps(sql).missed(incident, services, now);
  }

  private Set<PersonId> present(IncidentNumber incident) {
    return sql.select(INCIDENT_MEMBER.PERSON)
        .from(INCIDENT_MEMBER)
        .where(INCIDENT_MEMBER.INCIDENT.eq(incident))
        .and(INCIDENT_MEMBER.PRESENT.isTrue())
        // Without a word of Slack's somebody was only invited.
        .and(INCIDENT_MEMBER.EVENT_AT.isNotNull())
        .fetchSet(INCIDENT_MEMBER.PERSON);
  }

  /** A task and the incident it belongs to. */
  public record Assigned(IncidentNumber incident, Task task) {}

  /**
   * Open tasks of somebody in open incidents, those whose time is up first: private ones too, which
   * they may not be meant to see.
   */
  public List<Assigned> tasksOf(PersonId assignee) {
    return new Tasks(sql).of(assignee);
  }

  /** Stores rows as they stand from now on. The incident is locked by this transaction. */
  public void keep(IncidentNumber incident, List<Kept> kept) {
    for (Kept row : kept) {
      switch (row) {
        case Claim claim -> new Claims(sql).keep(incident, claim);
        case Task task -> new Tasks(sql).keep(incident, task);
        case ActionItem action -> new ActionItems(sql).keep(incident, action);
        case Handover handover -> new Handovers(sql).keep(incident, handover);
        case Link link -> new Links(sql).keep(incident, link);
        case Statement statement -> new Statements(sql).keep(incident, statement);
        case UpdatePromise promise -> new UpdatePromises(sql).keep(incident, promise);
        case Impact impact -> new Prices(tx).keep(incident, impact);
        case Page page -> new Pages(sql).keep(incident, page);
        case RunbookStep step -> new RunbookSteps(sql).keep(incident, step);
      }
    }
  }
}
