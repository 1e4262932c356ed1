package io.evenkeel.incident;

/**
 * What becomes of words for readers outside. Rule 1: nothing is posted before somebody who may
 * approve it ({@link Approval}) has seen it as it will be read. Rule 2: whoever may approve and has
 * seen their own preview needs nobody else.
 */
final class StatementPosting {
  private StatementPosting() {}

  /** Rules 1 and 2. */
  static Decision offered(Change change, Statement statement, Person me, boolean previewed) {
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
  static Decision posted(Change change, Statement statement, Person me, String as) {
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

  static void tellAuthor(Change change, Statement statement, Person me) {
    if (!statement.by(me)) {
      HandoverRules.tell(change, statement.author(), new News.OfVerdict(statement.number()));
    }
  }
}
