package io.evenkeel.bot.view;

import io.evenkeel.incident.Board;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Undone;
import io.evenkeel.runbook.Runbook;
import io.evenkeel.slo.Cost;
import java.util.List;

/**
 * What the status card shows of an incident.
 *
 * @param undone what could not be done in Slack and waits for a person
 * @param runbooks those that help with it, the likeliest first
 * @param costs what it cost of error budgets
 */
public record Card(
    Incident incident, Board board, List<Undone> undone, List<Runbook> runbooks, List<Cost> costs) {
  public Card {
    undone = List.copyOf(undone);
    runbooks = List.copyOf(runbooks);
    costs = List.copyOf(costs);
  }

  /** Of one that cost nothing yet. */
  public Card(Incident incident, Board board, List<Undone> undone, List<Runbook> runbooks) {
    this(incident, board, undone, runbooks, List.of());
  }

  /** Where no runbook helps. */
  public Card(Incident incident, Board board, List<Undone> undone) {
    this(incident, board, undone, List.of());
  }
}
