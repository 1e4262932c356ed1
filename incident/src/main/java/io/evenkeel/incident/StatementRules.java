package io.evenkeel.incident;

import java.time.Instant;
import java.util.List;

/**
 * How something is said to readers outside the response. Only what waits can be changed. When it is
 * posted, {@link StatementPosting} says.
 */
final class StatementRules {
  private StatementRules() {}

  static Decision write(
      Incident incident, Board board, StatementCommand.Write command, Actor actor, Instant now) {
    if (incident.status() == Status.CANCELLED || incident.status() == Status.MERGED) {
      return Endings.over(incident, "Nothing is said to anybody outside about it.");
    }
    Person me = Standing.doer(actor);
    int number = board.statements().size() + 1;
    var statement = new Statement(number, command.audience(), command.text(), me, now, null);
    return StatementPosting.offered(
        new Change(incident, actor, now), statement, me, command.previewed());
  }

  static Decision change(
      Incident incident, Board board, StatementCommand.Change command, Actor actor, Instant now) {
    Person me = Standing.doer(actor);
    List<Statement> meant = StatementChoice.waiting(board, command.number());
    if (meant.size() != 1) {
      return StatementChoice.which(incident, board, "change", command.number(), meant);
    }
    Statement old = meant.getFirst();
    if (!StatementChoice.mayEnd(incident, old, me)) {
      return StatementChoice.notYours(incident, me);
    }
    return StatementPosting.offered(
        new Change(incident, actor, now),
        old.saying(command.text(), me, now),
        me,
        command.previewed());
  }

  static Decision approve(
      Incident incident, Board board, StatementCommand.Approve command, Actor actor, Instant now) {
    Person me = Standing.doer(actor);
    List<Statement> meant = StatementChoice.waiting(board, command.number());
    if (meant.size() != 1) {
      return StatementChoice.which(incident, board, "approve", command.number(), meant);
    }
    String as = Approval.of(incident, me.id()).as();
    return as == null
        ? StatementChoice.notYours(incident, me)
        : StatementPosting.posted(new Change(incident, actor, now), meant.getFirst(), me, as);
  }

  static Decision decline(
      Incident incident, Board board, StatementCommand.Decline command, Actor actor, Instant now) {
    Person me = Standing.doer(actor);
    List<Statement> meant = StatementChoice.waiting(board, command.number());
    if (meant.size() != 1) {
      return StatementChoice.which(incident, board, "decline", command.number(), meant);
    }
    Statement statement = meant.getFirst();
    if (!StatementChoice.mayEnd(incident, statement, me)) {
      return StatementChoice.notYours(incident, me);
    }
    boolean own = statement.by(me);
    String why = command.why() == null ? "" : command.why();
    var change = new Change(incident, actor, now);
    change.keep(statement.ended(Statement.How.DECLINED, me, why, now));
    change.entry(
        EntryKind.STATEMENT,
        statement.label()
            + (own ? " was taken back by " : " was declined by ")
            + me.name()
            + (why.isEmpty() ? "" : ": " + why));
    change.thread();
    StatementPosting.tellAuthor(change, statement, me);
    return change.accepted(
        Prose.of(statement.label() + " of ")
            .strong(incident.label())
            .text(own ? " is taken back" : " is declined")
            .text(". Nothing was posted. For another one: ")
            .code("/incident statement " + statement.audience().typed())
            .text("."));
  }
}
