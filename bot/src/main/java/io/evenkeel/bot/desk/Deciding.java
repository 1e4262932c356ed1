package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Incident;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Boards;
import java.time.Instant;

/** Lets the rules decide, with what stands beside the incident only where they need it. */
final class Deciding {
  private Deciding() {}

  /**
   * @param incident locked by this transaction
   */
  static Decision decide(
      Transaction tx, Incident incident, Command.OnIncident command, Actor actor, Instant now) {
    return command instanceof Command.OnBoard onBoard
        ? incident.decide(onBoard, board(tx, incident, onBoard), actor, now)
        : incident.decide(command, actor, now);
  }

  private static Board board(Transaction tx, Incident incident, Command.OnBoard command) {
    var boards = new Boards(tx);
    return command instanceof Command.OnStatement
        ? Board.EMPTY.withStatements(boards.statements(incident.number()))
        : boards.of(incident.number());
  }
}
