package io.evenkeel.bot.plain;

import io.evenkeel.bot.read.Lists;
import io.evenkeel.bot.view.Mrkdwn;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.Claim;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Settled;
import io.evenkeel.incident.Statement;
import io.evenkeel.incident.Task;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who does what, the tasks and the action items of an incident, a line each. */
final class WorkText {
  private WorkText() {}

  static String work(Board board) {
    return lines(
        Stream.concat(
            board.openClaims().stream().map(WorkText::claim),
            board.tasks().stream().map(WorkText::task)),
        "Nobody has said what they are doing, and there is no task.");
  }

  static String actions(Board board) {
    return lines(board.actions().stream().map(WorkText::action), "There is no action item yet.");
  }

  private static String lines(Stream<String> lines, String none) {
    String all = lines.collect(Collectors.joining("\n"));
    return all.isEmpty() ? none : all;
  }

  static String following(Utterance.Asked.Following asked, Lists.Following found) {
    String all =
        lines(
            found.items().stream()
                .map(one -> action(one.item()) + " · " + one.incident() + " " + one.title()),
            "There is none. To keep one: action @name <what is to be done> by 2026-12-01");
    return found.more() ? all + "\n- Older: " + asked.turnedTo(asked.page() + 1) : all;
  }

  static String statements(List<Statement> statements) {
    return statements.isEmpty()
        ? "There is no statement yet. To write one: statement customer <text>"
        : statements.stream().map(WorkText::statement).collect(Collectors.joining("\n"));
  }

  private static String statement(Statement one) {
    Statement.Verdict verdict = one.verdict();
    return "- statement "
        + one.number()
        + " for "
        + one.audience().word()
        + ", by "
        + one.author().name()
        + ", "
        + (verdict == null
            ? "waits for approval: "
            : verdict.how().word() + " by " + verdict.by().name() + ": ")
        + one.text();
  }

  private static String claim(Claim claim) {
    return "- doing: "
        + claim.person().name()
        + ": "
        + claim.text()
        + ", since "
        + Mrkdwn.clock(claim.since());
  }

  private static String task(Task task) {
    return "- task "
        + task.number()
        + ": "
        + task.assignee().name()
        + ": "
        + task.text()
        + until(task.due())
        + done(task.done());
  }

  private static String until(@Nullable Instant due) {
    return due == null ? "" : ", until " + Mrkdwn.clock(due);
  }

  private static String action(ActionItem item) {
    Person owner = item.owner();
    return "- action item "
        + item.number()
        + ": "
        + (owner == null ? "nobody yet" : owner.name())
        + ": "
        + item.text()
        + (item.kind() == null ? "" : " (" + item.kind().word() + ")")
        + (item.due() == null ? "" : ", by " + item.due())
        + done(item.closed())
        + (item.link() == null ? "" : " " + item.link());
  }

  private static String done(@Nullable Settled settled) {
    return settled == null ? "" : " (done, says " + settled.by().name() + ")";
  }
}
