package io.evenkeel.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which statement is meant and who may change it, with the words and buttons where that is not
 * clear.
 */
final class StatementChoice {
  private StatementChoice() {}

  /** Those that wait for a verdict, of that number; of any where it is null. */
  static List<Statement> waiting(Board board, @Nullable Integer number) {
    return board.statements().stream()
        .filter(Statement::open)
        .filter(one -> number == null || one.number() == number)
        .toList();
  }

  /** Who wrote it, and whoever may approve it, puts other words in its place or takes it back. */
  static boolean mayEnd(Incident incident, Statement statement, Person me) {
    return statement.by(me) || Approval.of(incident, me.id()).given();
  }

  /** Who says it may not. */
  static Decision notYours(Incident incident, Person me) {
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

  /** None is meant, or more than one. */
  static Decision which(
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
