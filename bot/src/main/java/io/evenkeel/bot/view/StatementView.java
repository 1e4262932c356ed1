package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.incident.Approval;
import io.evenkeel.incident.Audience;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said to readers outside the response: what became of it, the post from which it is
 * copied, and the list of all.
 */
public final class StatementView {
  private static final int LISTED = 10;

  private StatementView() {}

  /** What became of it, to whoever wrote it. */
  public static Message verdict(Incident incident, Statement statement, Statement.Verdict verdict) {
    Prose words =
        Prose.of("📰 " + statement.label() + " of ")
            .strong(incident.label())
            .text(" was " + verdict.how().word() + " by ")
            .mention(verdict.by());
    return AnswerView.message(
        switch (verdict.how()) {
          case APPROVED -> words.text(" and stands in the channel.");
          case DECLINED ->
              words
                  .text(verdict.words().isEmpty() ? "." : ": “" + verdict.words() + "”.")
                  .text(" Nothing was posted. For another one: ")
                  .code("/incident statement " + statement.audience().typed())
                  .text(".");
        },
        List.of(),
        List.of());
  }

  /** In the channel, to be copied. */
  public static Message post(Incident incident, Statement statement) {
    Statement.Verdict verdict = statement.verdict();
    Prose words = Prose.of("📰 ").strong("Statement for " + statement.audience().word());
    if (verdict != null) {
      words = words.text(", approved by ").mention(verdict.by()).text(" (" + verdict.words() + ")");
    }
    var blocks = new ArrayList<LayoutBlock>(AnswerView.sections(words));
    blocks.add(RichLine.copyable(statement.text()));
    blocks.add(
        SmallPrint.of(
            incident.mode() == Mode.DRILL
                ? "This is a drill: do not send it to anybody."
                : statement.audience() == Audience.CUSTOMERS
                    ? "Copy it to where customers read. Evenkeel sends it nowhere else."
                    : incident.announced()
                        ? "It is also a reply under the announcement."
                        : "The incident is private: it stands here alone."));
    return new Message(
        Mrkdwn.literal(incident.label() + ": statement for " + statement.audience().word()),
        blocks);
  }

  /** Under the announcement. */
  public static Message reply(Incident incident, Statement statement) {
    Prose words =
        Prose.of("📰 ")
            .strong("For " + statement.audience().word())
            .text(" · " + incident.severity() + ", " + incident.status().word());
    var blocks = new ArrayList<LayoutBlock>(AnswerView.sections(words));
    blocks.add(RichLine.quoted(statement.text()));
    return new Message(
        Mrkdwn.literal(incident.label() + ": " + statement.text(), Fit.MESSAGE), blocks);
  }

  /** {@code statement list}: the newest first. */
  public static Message list(Incident incident, List<Statement> statements, PersonId reader) {
    Prose words = Prose.of("").strong("Statements of " + incident.label());
    if (statements.isEmpty()) {
      words = words.text("\nThere is none yet. To write one: ");
      words = words.code("/incident statement customer").text(" or ");
      words = words.code("/incident statement executive").text(".");
    }
    var offers = new ArrayList<io.evenkeel.incident.Offer>();
    for (Statement one : statements.reversed().stream().limit(LISTED).toList()) {
      words = line(words, one);
      if (one.open() && Approval.of(incident, reader).given()) {
        String which = one.number() + " --incident-id " + incident.number();
        offers.add(
            io.evenkeel.incident.Offer.plain(
                "Approve " + one.number(), "statement approve " + which));
      }
    }
    return AnswerView.message(words, List.of(), offers);
  }

  private static Prose line(Prose words, Statement one) {
    Statement.Verdict verdict = one.verdict();
    Prose line = words.text("\n• " + one.number() + ", for " + one.audience().word() + ", by ");
    line = line.mention(one.author()).text(": “" + Fit.plain(one.text(), 200) + "” ");
    return verdict == null
        ? line.strong("waits for approval")
        : line.text(verdict.how().word() + " by ")
            .mention(verdict.by())
            .text(", ")
            .at(verdict.at());
  }
}
