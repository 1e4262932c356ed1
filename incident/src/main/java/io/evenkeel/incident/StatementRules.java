package io.evenkeel.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How something is said to readers outside the response. Rule 1: nothing is posted before somebody
 * who may approve it ({@link Approval}) has seen it as it will be read. Rule 2: whoever may approve
 * and has seen their own preview needs nobody else. Rule 3: only what waits can be changed.
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
    return offered(new Change(incident, actor, now), statement, me, command.previewed());
  }

  static Decision change(
      Incident incident, Board board, StatementCommand.Change command, Actor actor, Instant now) {
    Person me = Standing.doer(actor);
    List<Statement> meant = waiting(board, command.number());
    if (meant.size() != 1) {
      return which(incident, board, "change", command.number(), meant);
    }
    Statement old = meant.getFirst();
    if (!mayEnd(incident, old, me)) {
      return notYours(incident, me);
    }
    return offered(
        new Change(incident, actor, now),
        old.saying(command.text(), me, now),
        me,
        command.previewed());
  }

  static Decision approve(
      Incident incident, Board board, StatementCommand.Approve command, Actor actor, Instant now) {
    Person me = Standing.doer(actor);
    List<Statement> meant = waiting(board, command.number());
    if (meant.size() != 1) {
      return which(incident, board, "approve", command.number(), meant);
    }
    String as = Approval.of(incident, me.id()).as();
    return as == null
        ? notYours(incident, me)
        : posted(new Change(incident, actor, now), meant.getFirst(), me, as);
  }

  static Decision decline(
      Incident incident, Board board, StatementCommand.Decline command, Actor actor, Instant now) {
    Person me = Standing.doer(actor);
    List<Statement> meant = waiting(board, command.number());
    if (meant.size() != 1) {
      return which(incident, board, "decline", command.number(), meant);
    }
    Statement statement = meant.getFirst();
    if (!mayEnd(incident, statement, me)) {
      return notYours(incident, me);
    }
    boolean own = by(statement, me);
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
    tellAuthor(change, statement, me);
    return change.accepted(
        Prose.of(statement.label() + " of ")
            .strong(incident.label())
            .text(own ? " is taken back" : " is declined")
            .text(". Nothing was posted. For another one: ")
            .code("/incident statement " + statement.audience().typed())
            .text("."));
  }

  /** Rules 1 and 2. */
  private static Decision offered(
      Change change, Statement statement, Person me, boolean previewed) {
    Incident incident = change.before;
    Approval approval = Approval.of(incident, me.id());
    String as = approval.as();
    if (as != null && previewed) {
      return posted(change, statement, me, as);
    }
    change.keep(statement);
    change.entry(EntryKind.STATEMENT, statement.label() + " is proposed: " + statement.text());
    change.thread();
    String which = statement.number() + " --incident-id " + incident.number();
    Offer edit = Offer.plain("Change", "statement change " + which);
    Prose words = Prose.of(statement.label() + " of ").strong(incident.label());
    Person asked = approval.asked();
    Role role = approval.role();
    if (asked == null || role == null) {
      return change.accepted(
          words.text(" is not posted yet. This is what will be read:\n“" + statement.text() + "”"),
          Offer.primary("Approve", "statement approve " + which),
          edit);
    }
    change.effect(new Effect.Invite(asked.id()));
    HandoverRules.tell(change, asked, new News.OfStatement(statement.number()));
    return change.accepted(
        words
            .text(" waits for ")
            .mention(asked)
            .text(" (" + role.words() + "), who was asked by direct message. Nothing is posted")
            .text(" before. No answer? Whoever holds communications may approve it: ")
            .code("/incident assign me " + Role.COMMUNICATIONS_LEAD)
            .text("."),
        edit);
  }

  /**
   * @param as as what it is approved
   */
  private static Decision posted(Change change, Statement statement, Person me, String as) {
    Incident incident = change.before;
    change.keep(statement.ended(Statement.How.APPROVED, me, as, change.now));
    change.entry(
        EntryKind.STATEMENT,
        "Statement for "
            + statement.audience().word()
            + ", approved by "
            + me.name()
            + " ("
            + as
            + "): "
            + statement.text());
    change.effect(new Effect.PostStatement(statement.number()));
    boolean outside = statement.audience() == Audience.EXECUTIVES && incident.announced();
    if (outside) {
      change.effect(new Effect.AnnounceStatement(statement.number()));
    }
    tellAuthor(change, statement, me);
    return change.accepted(
        Prose.of(statement.label() + " of ")
            .strong(incident.label())
            .text(" is approved and stands in the channel, to be copied. ")
            .text(
                outside
                    ? "It is also a reply under the announcement."
                    : "Evenkeel sends it nowhere else" + where(incident, statement)));
  }

  private static String where(Incident incident, Statement statement) {
    if (incident.mode() == Mode.DRILL) {
      return ": it is a drill.";
    }
    if (incident.visibility() == Visibility.PRIVATE) {
      return ": the incident is private.";
    }
    return statement.audience() == Audience.CUSTOMERS ? ": put it where customers read." : ".";
  }

  /** Who wrote it, and whoever may approve it, puts other words in its place or takes it back. */
  private static boolean mayEnd(Incident incident, Statement statement, Person me) {
    return by(statement, me) || Approval.of(incident, me.id()).given();
  }

  private static boolean by(Statement statement, Person me) {
    return statement.author().id().equals(me.id());
  }

  private static void tellAuthor(Change change, Statement statement, Person me) {
    if (!by(statement, me)) {
      HandoverRules.tell(change, statement.author(), new News.OfVerdict(statement.number()));
    }
  }

  private static List<Statement> waiting(Board board, @Nullable Integer number) {
    return board.statements().stream()
        .filter(Statement::open)
        .filter(one -> number == null || one.number() == number)
        .toList();
  }

  private static Decision notYours(Incident incident, Person me) {
    Approval approval = Approval.of(incident, me.id());
    Person asked = approval.asked();
    Role role = approval.role();
    Prose words = Prose.of("Nothing was changed: statements of ").strong(incident.label());
    words = words.text(" are approved, changed and declined by the communications lead or the");
    words = words.text(" commander. ");
    return Change.refused(
        asked == null || role == null
            ? words
            : words.text("Ask ").mention(asked).text(" (" + role.words() + ")."));
  }

  private static Decision which(
      Incident incident,
      Board board,
      String verb,
      @Nullable Integer number,
      List<Statement> waiting) {
    String here = " --incident-id " + incident.number();
    if (!waiting.isEmpty()) {
      return Change.refused(
          Prose.of("Nothing was changed: which statement?"),
          waiting.stream()
              .limit(5)
              .map(one -> Offer.plain(one.label(), "statement " + verb + " " + one.number() + here))
              .toArray(Offer[]::new));
    }
    for (Statement known : board.statements()) {
      Statement.Verdict verdict = known.verdict();
      if (number != null && known.number() == number && verdict != null) {
        return Change.refused(
            Prose.of(known.label() + " was " + verdict.how().word() + " by ")
                .mention(verdict.by())
                .text(" at ")
                .at(verdict.at())
                .text(". Nothing was changed. For another one: ")
                .code("/incident statement " + known.audience().typed())
                .text("."));
      }
    }
    Prose words = Prose.of("Nothing was changed: ");
    words =
        number == null
            ? words.text("no statement of ").strong(incident.label()).text(" waits for approval")
            : words.text("there is no statement " + number + " of ").strong(incident.label());
    return Change.refused(
        words.text(". To write one: ").code("/incident statement customer").text("."),
        Offer.plain("Statements", "statement list" + here));
  }
}
