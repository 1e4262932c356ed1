package io.evenkeel.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/** A board of which some lists are replaced. */
final class BoardChange {
  private List<Claim> claims;
  private List<Task> tasks;
  private List<ActionItem> actions;
  List<Decided> decisions;
  private List<Handover> handovers;
  private final Set<PersonId> present;
  private List<Link> links;
  List<Statement> statements;
  List<Page> pages;
  AlertGroup.Tally alerts;

  BoardChange(Board before) {
    claims = before.claims();
    tasks = before.tasks();
    actions = before.actions();
    decisions = before.decisions();
    handovers = before.handovers();
    present = before.present();
    links = before.links();
    statements = before.statements();
    pages = before.pages();
    alerts = before.alerts();
  }

  /** The row is stored: in place of that of its number, or behind all. */
  void keep(Kept row) {
    switch (row) {
      case Claim claim -> claims = put(claims, claim, Claim::number);
      case Task task -> tasks = put(tasks, task, Task::number);
      case ActionItem action -> actions = put(actions, action, ActionItem::number);
      case Handover handover -> handovers = put(handovers, handover, Handover::number);
      case Link link -> links = put(links, link, Link::number);
      case Statement statement -> statements = put(statements, statement, Statement::number);
      case Page page ->
          pages =
              put(pages, page.number() == 0 ? page.numbered(pages.size() + 1) : page, Page::number);
      case UpdatePromise _, RunbookStep _, Impact _ -> {
        // Read for what shows them alone.
      }
    }
  }

  Board board() {
    return new Board(
        claims, tasks, actions, decisions, handovers, present, links, statements, pages, alerts);
  }

  private static <T> List<T> put(List<T> rows, T row, ToIntFunction<T> number) {
    var all = new ArrayList<>(rows);
    all.removeIf(old -> number.applyAsInt(old) == number.applyAsInt(row));
    all.add(row);
    all.sort(Comparator.comparingInt(number));
    return all;
  }
}
