package io.evenkeel.bot.desk;

import io.evenkeel.grammar.WhichRunbook;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Reason;
import io.evenkeel.incident.RunbookStep;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.alert.Signs;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.runbook.Library;
import java.time.Instant;
import java.util.List;

/** Has steps of runbooks decided with the runbook as it reads now. */
final class Guiding {
  private Guiding() {}

  /**
   * @param incident locked by this transaction
   */
  static Decision decide(
      Transaction tx,
      House house,
      Incident incident,
      Command.Follow command,
      Actor actor,
      Instant now) {
    Library library = house.watched().runbooks().get();
    List<RunbookStep> done = new Boards(tx).steps(incident.number());
    var shelf =
        new WhichRunbook.Shelf(
            library,
            library.helping(
                incident.services(), house.watched().services(), Signs.of(tx, incident.number())),
            done);
    var order = command.order();
    return switch (WhichRunbook.of(
        shelf,
        order.runbook(),
        "Nothing was recorded: ",
        name ->
            "runbook "
                + (order.done() ? "tick " : "untick ")
                + order.step()
                + " "
                + name
                + " --incident-id "
                + incident.number())) {
      case WhichRunbook.Found(var runbook) -> incident.decide(command, runbook, done, actor, now);
      case WhichRunbook.Unclear(Answer answer) ->
          new Decision.Refused(new Reason(answer.words(), answer.offers()));
    };
  }
}
