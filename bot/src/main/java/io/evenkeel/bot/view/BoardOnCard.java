package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.AlertGroup;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.Claim;
import io.evenkeel.incident.Decided;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The part of the card that tells who does what: claims, open tasks and the newest decisions; once
 * the incident is over, the action items. Nothing where there is none of it.
 */
final class BoardOnCard {
  /** The card stays a card: the rest is counted, and listed by a command. */
  private static final int CLAIMS = 6;

  private static final int TASKS = 6;
  private static final int DECISIONS = 3;
  private static final int ACTIONS = 6;
  private static final int WORDS = 300;

  private BoardOnCard() {}

  static List<LayoutBlock> of(Incident incident, Board board) {
    var lines = new ArrayList<RichLine>();
    if (incident.open()) {
      some(lines, "Doing now", board.openClaims(), CLAIMS, BoardOnCard::claim, "doing");
      some(lines, "Tasks", board.openTasks(), TASKS, BoardOnCard::task, "task list");
    }
    AlertGroup.Tally alerts = board.alerts();
    if (alerts.all() > 0) {
      lines.add(
          new RichLine()
              .bold(alerts.all() == 1 ? "Alert " : "Alerts ")
              .text(alerts.words() + ". ")
              .code("/incident alert list " + incident.number()));
    }
    List<Decided> decisions = board.decisions();
    if (!decisions.isEmpty()) {
      lines.add(new RichLine().bold(decisions.size() == 1 ? "Decision" : "Decisions"));
      newest(decisions).forEach(decided -> lines.add(decision(decided)));
    }
    if (!incident.open()) {
      some(lines, "Action items", board.openActions(), ACTIONS, BoardOnCard::action, "action list");
    }
    return lines.isEmpty() ? List.of() : List.of(RichLine.block(lines));
  }

  private static <T> void some(
      List<RichLine> lines,
      String title,
      List<T> rows,
      int most,
      Function<T, RichLine> line,
      String rest) {
    if (rows.isEmpty()) {
      return;
    }
    lines.add(new RichLine().bold(title));
    rows.stream().limit(most).map(line).forEach(lines::add);
    if (rows.size() > most) {
      lines.add(new RichLine().italic((rows.size() - most) + " more: ").code("/incident " + rest));
    }
  }

  private static List<Decided> newest(List<Decided> decisions) {
    return decisions.subList(Math.max(0, decisions.size() - DECISIONS), decisions.size());
  }

  static RichLine claim(Claim claim) {
    return new RichLine()
        .text("🔧 ")
        .person(claim.person().id())
        .text(" " + Fit.plain(claim.text(), WORDS) + ", since ")
        .at(claim.since());
  }

  /** Its time is up once that was said: by no clock of this view, so that a card stays true. */
  static RichLine task(Task task) {
    var line =
        new RichLine()
            .text((late(task) ? "⏰ " : "📋 ") + task.number() + " ")
            .person(task.assignee().id())
            .text(" " + Fit.plain(task.text(), WORDS));
    var due = task.due();
    if (due != null) {
      line.text(late(task) ? ", overdue since " : ", until ").at(due);
    }
    return line;
  }

  private static boolean late(Task task) {
    return task.open() && task.due() != null && task.due().equals(task.reminded());
  }

  private static RichLine decision(Decided decided) {
    return new RichLine()
        .text("⚖️ ")
        .text(Fit.plain(decided.text(), WORDS))
        .text(" (" + decided.by() + ", ")
        .at(decided.at())
        .text(")");
  }

  static RichLine action(ActionItem item) {
    var line = new RichLine().text("🔭 " + item.number() + " ");
    var owner = item.owner();
    line = owner == null ? line.italic("nobody yet") : line.person(owner.id());
    line.text(" " + Fit.plain(item.text(), WORDS));
    line = item.kind() == null ? line : line.text(" (" + item.kind().word() + ")");
    return item.due() == null ? line : line.text(", by " + item.due());
  }

  /** Who closed it and when, with the link to what was done. */
  static RichLine closed(RichLine line, ActionItem item) {
    var closed = item.closed();
    if (closed == null) {
      return line;
    }
    line.text(" ✅ ").person(closed.by().id()).text(", ").at(closed.at());
    return item.link() == null ? line : line.text(" ").link(item.link(), "what was done");
  }
}
