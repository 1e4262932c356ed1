package io.evenkeel.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An incident that is played: alice declares it at 14:32, and time passes when told. */
final class Scene {
  static final Instant START = Instant.parse("2026-11-21T14:32:00Z");
  static final IncidentNumber NUMBER = new IncidentNumber(42);
  static final Person ALICE = new Person(new PersonId("U1"), "alice");
  static final Person BOB = new Person(new PersonId("U2"), "bob");
  static final Person CHARLIE = new Person(new PersonId("U3"), "charlie");
  static final Role IC = Role.INCIDENT_COMMANDER;
  static final Role TECH = new Role("tech-lead");
  static final Severity SEV_1 = new Severity("SEV-1");

  private Incident incident;
  private Board board = Board.EMPTY;
  private Instant now = START;
  private Pager pager = Pager.NONE;
  private final List<TimelineEntry> timeline = new ArrayList<>();

  private Scene(Decision.Accepted declared) {
    incident = declared.next();
    timeline.addAll(declared.entries());
  }

  static Scene declared() {
    return new Scene(accepted(declare(declaration("API service down"))));
  }

  static Command.Declare declaration(String title) {
    return new Command.Declare(
        title, SEV_1, List.of(), null, null, Visibility.PUBLIC, Mode.LIVE, false, null);
  }

  static Decision declare(Command.Declare command) {
    return Incident.declare(NUMBER, command, human(ALICE), START, SeverityScale.STANDARD);
  }

  Scene after(Duration time) {
    now = now.plus(time);
    return this;
  }

  Scene minutes(int minutes) {
    return after(Duration.ofMinutes(minutes));
  }

  /** Alice confirms that she commands. */
  Scene confirmed() {
    return with(assign(IC, ALICE));
  }

  Scene with(Command.OnIncident command) {
    does(ALICE, command);
    return this;
  }

  Decision.Accepted does(Person who, Command.OnIncident command) {
    return does(human(who), command);
  }

  Decision.Accepted does(Actor actor, Command.OnIncident command) {
    Decision.Accepted accepted = accepted(decide(command, actor));
    incident = accepted.next();
    board = board.with(accepted.kept());
    timeline.addAll(accepted.entries());
    return accepted;
  }

  /** The words of the refusal, and the commands of its buttons behind them. */
  String refuses(Person who, Command.OnIncident command) {
    return refuses(human(who), command);
  }

  String refuses(Actor actor, Command.OnIncident command) {
    return refusal(decide(command, actor));
  }

  /** The commands of the buttons under a refusal. */
  List<String> offersInstead(Person who, Command.OnIncident command) {
    return switch (decide(command, human(who))) {
      case Decision.Refused refused ->
          refused.reason().offers().stream().map(Offer::command).toList();
      case Decision.Accepted accepted -> throw new AssertionError("accepted: " + words(accepted));
    };
  }

  private Optional<Told> told(Command.OnEntry command, Actor actor) {
    return switch (command) {
      case Command.Correct correct -> Told.in(timeline, correct.entry());
      case Command.Withdraw withdraw -> Told.in(timeline, withdraw.entry());
      case Command.EditUpdate _ -> Told.lastUpdate(timeline, Standing.doer(actor).id());
    };
  }

  private Decision decide(Command.OnIncident command, Actor actor) {
    if (command instanceof Command.Paging paging) {
      return incident.decide(paging, board, pager, actor, now);
    }
    if (command instanceof Command.OnEntry onEntry) {
      return incident.decide(onEntry, told(onEntry, actor).orElse(null), actor, now);
    }
    return command instanceof Command.OnBoard onBoard
        ? incident.decide(onBoard, board, actor, now)
        : incident.decide(command, actor, now);
  }

  /** These are on call. */
  Scene pager(Pager other) {
    pager = other;
    return this;
  }

  /** These are in the channel. */
  Scene present(Person... people) {
    var there = new HashSet<PersonId>();
    for (Person person : people) {
      there.add(person.id());
    }
    board =
        new Board(
            board.claims(),
            board.tasks(),
            board.actions(),
            board.decisions(),
            board.handovers(),
            there,
            board.links(),
            board.statements(),
            board.pages());
    return this;
  }

  Board board() {
    return board;
  }

  Incident incident() {
    return incident;
  }

  Instant now() {
    return now;
  }

  List<TimelineEntry> timeline() {
    return timeline;
  }

  @Nullable String lastText() {
    return timeline.getLast().text();
  }

  static Actor human(Person person) {
    return new Actor.Human(person);
  }

  static RoleCommand.Assign assign(Role role, Person person) {
    return new RoleCommand.Assign(List.of(new RoleCommand.Assignment(role, person)), null);
  }

  static Decision.Accepted accepted(Decision decision) {
    return switch (decision) {
      case Decision.Accepted accepted -> accepted;
      case Decision.Refused refused ->
          throw new AssertionError("refused: " + PlainProse.of(refused.reason().words()));
    };
  }

  static String refusal(Decision decision) {
    return switch (decision) {
      case Decision.Accepted accepted ->
          throw new AssertionError("accepted: " + PlainProse.of(accepted.answer().words()));
      case Decision.Refused refused -> PlainProse.of(refused.reason().words());
    };
  }

  static String words(Decision.Accepted accepted) {
    return PlainProse.of(accepted.answer().words());
  }

  static List<String> offered(Decision.Accepted accepted) {
    return accepted.answer().offers().stream().map(Offer::command).toList();
  }

  static List<Effect.Kind> kinds(Decision.Accepted accepted) {
    return accepted.effects().stream().map(Effect::kind).toList();
  }
}
