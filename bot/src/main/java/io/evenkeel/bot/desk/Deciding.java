package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.StatementCommand;
import io.evenkeel.incident.Told;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.incident.Timeline;
import java.time.Instant;
import java.util.Optional;

/** Lets the rules decide, with what stands beside the incident only where they need it. */
final class Deciding {
  private Deciding() {}

  /**
   * @param incident locked by this transaction
   */
  static Decision decide(
      Transaction tx,
      House house,
      Incident incident,
      Command.OnIncident command,
      Actor actor,
      Instant now) {
    if (command instanceof Command.Paging paging) {
      return Paging.decide(tx, house, incident, paging, actor, now);
    }
    if (command instanceof Command.Follow follow) {
      return Guiding.decide(tx, house, incident, follow, actor, now);
    }
    if (command instanceof Command.OnBoard onBoard) {
      return incident.decide(onBoard, board(tx, incident, onBoard), actor, now);
    }
    return command instanceof Command.OnEntry onEntry
        ? incident.decide(onEntry, told(tx, incident, onEntry, actor).orElse(null), actor, now)
        : incident.decide(command, actor, now);
  }

  private static Optional<Told> told(
      Transaction tx, Incident incident, Command.OnEntry command, Actor actor) {
    var timeline = new Timeline(tx);
    return switch (command) {
      case Command.Correct correct -> timeline.told(incident.number(), correct.entry());
      case Command.Withdraw withdraw -> timeline.told(incident.number(), withdraw.entry());
      case Command.EditUpdate _ ->
          timeline.lastUpdate(incident.number(), Recording.person(actor).id());
    };
  }

  private static Board board(Transaction tx, Incident incident, Command.OnBoard command) {
    var boards = new Boards(tx);
    return command instanceof StatementCommand
        ? Board.EMPTY.withStatements(boards.statements(incident.number()))
        : boards.of(incident.number());
  }
}
