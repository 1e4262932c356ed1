package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
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
        ? incident.decide(onBoard, new Boards(tx).of(incident.number()), actor, now)
        : incident.decide(command, actor, now);
  }
}
