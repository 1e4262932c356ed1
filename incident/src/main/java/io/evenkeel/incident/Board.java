package io.evenkeel.incident;

import io.evenkeel.paging.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * What stands beside an incident: read only for the commands and views that need it, so that all
 * others cost no more. Each list is in order of its numbers and holds what is over, too.
 *
 * @param decisions those that stand, the oldest first
 * @param statements empty where nothing is about them
 * @param pages who is wanted, and was
 * @param present who is in its channel, as Slack has told
 */
public record Board(
    List<Claim> claims,
    List<Task> tasks,
    List<ActionItem> actions,
    List<Decided> decisions,
    List<Handover> handovers,
    Set<PersonId> present,
    List<Link> links,
    List<Statement> statements,
    List<Page> pages,
    AlertGroup.Tally alerts) {

  public static final Board EMPTY =
      new Board(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Set.of(),
          List.of(),
          List.of(),
          List.of(),
          AlertGroup.Tally.NONE);

  public Board {
    claims = List.copyOf(claims);
    tasks = List.copyOf(tasks);
    actions = List.copyOf(actions);
    decisions = List.copyOf(decisions);
    handovers = List.copyOf(handovers);
    present = Set.copyOf(present);
    links = List.copyOf(links);
    statements = List.copyOf(statements);
    pages = List.copyOf(pages);
  }

  /** Of an incident that no alerts belong to. */
  public Board(
      List<Claim> claims,
      List<Task> tasks,
      List<ActionItem> actions,
      List<Decided> decisions,
      List<Handover> handovers,
      Set<PersonId> present,
      List<Link> links,
      List<Statement> statements,
      List<Page> pages) {
    this(
        claims,
        tasks,
        actions,
        decisions,
        handovers,
        present,
        links,
        statements,
        pages,
        AlertGroup.Tally.NONE);
  }

  /** The same with so many alerts. */
  public Board withAlerts(AlertGroup.Tally all) {
    return new Board(
        claims, tasks, actions, decisions, handovers, present, links, statements, pages, all);
  }

  /** The board once these rows are stored. */
  public Board with(List<Kept> kept) {
    Board board = this;
    for (Kept row : kept) {
      board = board.with(row);
    }
    return board;
  }

  /** The same with these decisions, which are rows of the timeline and not of the board. */
  public Board withDecisions(List<Decided> standing) {
    return new Board(
        claims, tasks, actions, standing, handovers, present, links, statements, pages, alerts);
  }

  /** The same with these statements, which are read only for what is about them. */
  public Board withStatements(List<Statement> all) {
    return new Board(
        claims, tasks, actions, decisions, handovers, present, links, all, pages, alerts);
  }

  /** The same with these pages. */
  public Board withPages(List<Page> all) {
    return new Board(
        claims, tasks, actions, decisions, handovers, present, links, statements, all, alerts);
  }

  private Board with(Kept row) {
    return switch (row) {
      case Claim claim ->
          new Board(
              put(claims, claim, Claim::number),
              tasks,
              actions,
              decisions,
              handovers,
              present,
              links,
              statements,
              pages,
              alerts);
      case Task task ->
          new Board(
              claims,
              put(tasks, task, Task::number),
              actions,
              decisions,
              handovers,
              present,
              links,
              statements,
              pages,
              alerts);
      case ActionItem action ->
          new Board(
              claims,
              tasks,
              put(actions, action, ActionItem::number),
              decisions,
              handovers,
              present,
              links,
              statements,
              pages,
              alerts);
      case Handover handover ->
          new Board(
              claims,
              tasks,
              actions,
              decisions,
              put(handovers, handover, Handover::number),
              present,
              links,
              statements,
              pages,
              alerts);
      case Link link ->
          new Board(
              claims,
              tasks,
              actions,
              decisions,
              handovers,
              present,
              put(links, link, Link::number),
              statements,
              pages,
              alerts);
      case UpdatePromise _, RunbookStep _, Impact _ -> this; // read for what shows them alone
      case Statement statement -> withStatements(put(statements, statement, Statement::number));
      case Page page ->
          withPages(
              put(
                  pages,
                  page.number() == 0 ? page.numbered(pages.size() + 1) : page,
                  Page::number));
    };
  }

  private static <T> List<T> put(List<T> rows, T row, ToIntFunction<T> number) {
    var all = new ArrayList<>(rows);
    all.removeIf(old -> number.applyAsInt(old) == number.applyAsInt(row));
    all.add(row);
    all.sort(Comparator.comparingInt(number));
    return all;
  }

  /** The call in use: the newest. */
  public Optional<Link> call() {
    return links.reversed().stream().filter(link -> link.kind() == Link.Kind.CALL).findFirst();
  }

  public List<Claim> openClaims() {
    return open(claims, Claim::open);
  }

  /** What ends with the incident: nobody is still doing something for it, or is asked to. */
  public List<Kept> over(Person by, Instant at) {
    return Stream.<Kept>concat(
            openClaims().stream().map(claim -> claim.settled(by, at)),
            openPages().stream().map(page -> page.ended(State.ENDED, by, at)))
        .toList();
  }

  public List<Task> openTasks() {
    return open(tasks, Task::open);
  }

  public List<Page> openPages() {
    return open(pages, Page::open);
  }

  /** The page of that number. */
  public Optional<Page> page(int number) {
    return pages.stream().filter(page -> page.number() == number).findFirst();
  }

  public List<ActionItem> openActions() {
    return open(actions, ActionItem::open);
  }

  /** A role is offered to one person at a time. */
  public Optional<Handover> openHandover(Role role) {
    return handovers.stream()
        .filter(Handover::open)
        .filter(handover -> handover.role().equals(role))
        .findFirst();
  }

  private static <T> List<T> open(List<T> rows, Predicate<T> open) {
    return rows.stream().filter(open).toList();
  }
}
