package io.evenkeel.incident;

import io.evenkeel.paging.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    var next = new BoardChange(this);
    next.alerts = all;
    return next.board();
  }

  /** The board once these rows are stored. */
  public Board with(List<Kept> kept) {
    var next = new BoardChange(this);
    kept.forEach(next::keep);
    return next.board();
  }

  /** The same with these decisions, which are rows of the timeline and not of the board. */
  public Board withDecisions(List<Decided> standing) {
    var next = new BoardChange(this);
    next.decisions = standing;
    return next.board();
  }

  /** The same with these statements, which are read only for what is about them. */
  public Board withStatements(List<Statement> all) {
    var next = new BoardChange(this);
    next.statements = all;
    return next.board();
  }

  /** The same with these pages. */
  public Board withPages(List<Page> all) {
    var next = new BoardChange(this);
    next.pages = all;
    return next.board();
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
