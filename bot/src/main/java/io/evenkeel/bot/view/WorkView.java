package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Settled;
import io.evenkeel.incident.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers to {@code task list}, {@code doing} and {@code action list}. */
public final class WorkView {
  /** Rich text has no limit of its own, but a message that nobody reads to its end helps nobody. */
  private static final int MOST = 40;

  private static final int BUTTONS = 5;

  private WorkView() {}

  /**
   * Who does what right now, and all tasks.
   *
   * @param reader whose own claims and tasks get buttons
   */
  public static Message work(Incident incident, Board board, PersonId reader) {
    String here = " --incident-id " + incident.number();
    var lines = new ArrayList<RichLine>();
    lines.add(new RichLine().bold(incident.label()));
    if (board.openClaims().isEmpty()) {
      lines.add(
          new RichLine()
              .text("Nobody has said what they are doing. It goes ")
              .code("/incident doing restart primary"));
    }
    board.openClaims().stream().limit(MOST).map(BoardOnCard::claim).forEach(lines::add);
    if (board.tasks().isEmpty()) {
      lines.add(
          new RichLine()
              .text("There is no task. It goes ")
              .code("/incident task @bob check the backups in 10m"));
    }
    openFirst(board.openTasks(), board.tasks()).limit(MOST).map(WorkView::task).forEach(lines::add);
    var offers = new ArrayList<Offer>();
    board.openClaims().stream()
        .filter(claim -> claim.person().id().equals(reader))
        .map(claim ->
            Offer.plain(
                Fit.plain("Done: " + claim.text(), Buttons.LABEL),
                "done " + Offer.quoted(claim.text()) + here))
        .forEach(offers::add);
    board.openTasks().stream()
        .filter(task -> task.assignee().id().equals(reader))
        .map(task ->
            Offer.plain(
                Fit.plain("Task %d done: %s".formatted(task.number(), task.text()), Buttons.LABEL),
                "task done " + task.number() + here))
        .forEach(offers::add);
    return message(incident, "who does what", lines, offers);
  }

  /** What is to be done after the incident. */
  public static Message actions(Incident incident, Board board) {
    var lines = new ArrayList<RichLine>();
    lines.add(new RichLine().bold("Action items of " + incident.label()));
    if (board.actions().isEmpty()) {
      lines.add(
          new RichLine()
              .text("There is none yet. It goes ")
              .code("/incident action @bob alert on pool size by 2026-12-01"));
    }
    openFirst(board.openActions(), board.actions())
        .limit(MOST)
        .map(WorkView::action)
        .forEach(lines::add);
    var offers =
        board.openActions().stream()
            .map(item ->
                Offer.plain(
                    Fit.plain(item.number() + " is done: " + item.text(), Buttons.LABEL),
                    "action done " + item.number() + " --incident-id " + incident.number()))
            .toList();
    return message(incident, "action items", lines, offers);
  }

  private static Message message(
      Incident incident, String what, List<RichLine> lines, List<Offer> offers) {
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(RichLine.block(lines));
    blocks.addAll(Buttons.row(List.of(), offers.subList(0, Math.min(BUTTONS, offers.size()))));
    return new Message(Mrkdwn.of(Prose.of(incident.label() + ": " + what), Fit.SECTION), blocks);
  }

  private static <T> Stream<T> openFirst(List<T> open, List<T> all) {
    return Stream.concat(open.stream(), all.stream().filter(row -> !open.contains(row)));
  }

  private static RichLine task(Task task) {
    return settled(BoardOnCard.task(task), task.done());
  }

  private static RichLine action(ActionItem item) {
    return BoardOnCard.closed(BoardOnCard.action(item), item);
  }

  private static RichLine settled(RichLine line, @Nullable Settled settled) {
    return settled == null
        ? line
        : line.text(" ✅ ").person(settled.by().id()).text(", ").at(settled.at());
  }
}
