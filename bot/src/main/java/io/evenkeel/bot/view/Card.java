package io.evenkeel.bot.view;

import io.evenkeel.incident.Board;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Undone;
import java.util.List;

/**
 * What the status card shows of an incident.
 *
 * @param undone what could not be done in Slack and waits for a person
 */
public record Card(Incident incident, Board board, List<Undone> undone) {
  public Card {
    undone = List.copyOf(undone);
  }
}
