package io.evenkeel.bot.view;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Retelling;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleCommand;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Incidents to be shown, made by the rules. */
final class Incidents {
  static final Instant DECLARED = Instant.parse("2026-11-21T14:32:00Z");
  static final Person ALICE = new Person(new PersonId("U1"), "alice");
  static final Person BOB = new Person(new PersonId("U2"), "bob");

  private final List<TimelineEntry> entries = new ArrayList<>();
  private Incident now;
  private Board board = Board.EMPTY;

  private Incidents(Decision decision) {
    var accepted = (Decision.Accepted) decision;
    now = accepted.next();
    entries.addAll(accepted.entries());
  }

  static Incidents declared(String title, @Nullable String severity) {
    var command =
        new Command.Declare(
            title,
            severity == null ? null : new Severity(severity),
            List.of("api"),
            null,
            severity == null ? null : DECLARED.minusSeconds(120),
            Visibility.PUBLIC,
            Mode.LIVE,
            false,
            null);
    return new Incidents(
        Incident.declare(
            new IncidentNumber(42),
            command,
            new Actor.Human(ALICE),
            DECLARED,
            SeverityScale.STANDARD));
  }

  /** The training story up to its update, with a tech lead and a promise of the next one. */
  static Incidents underWay() {
    return declared("API service down", "SEV-1")
        .say(
            3,
            new RoleCommand.Assign(
                List.of(
                    new RoleCommand.Assignment(Role.INCIDENT_COMMANDER, ALICE),
                    new RoleCommand.Assignment(new Role("tech-lead"), BOB)),
                null))
        .say(
            3,
            new Command.Update(
                "Root cause: connection pool *exhausted* <!channel> & `more`",
                io.evenkeel.incident.Status.IDENTIFIED,
                Duration.ofMinutes(30),
                false));
  }

  Incidents say(int minutes, Command.OnIncident command) {
    return say(minutes, ALICE, command);
  }

  Incidents say(int minutes, Person who, Command.OnIncident command) {
    var actor = new Actor.Human(who);
    Instant at = DECLARED.plus(Duration.ofMinutes(minutes));
    var accepted =
        (Decision.Accepted)
            (command instanceof Command.OnBoard onBoard
                ? now.decide(onBoard, board, actor, at)
                : now.decide(command, actor, at));
    now = accepted.next();
    board = board.with(accepted.kept());
    entries.addAll(accepted.entries());
    return this;
  }

  /** What became of a message from Slack. */
  Incidents retell(int minutes, Retelling retelling) {
    var accepted = now.decide(retelling, DECLARED.plus(Duration.ofMinutes(minutes)));
    now = accepted.next();
    entries.addAll(accepted.entries());
    return this;
  }

  Incident incident() {
    return now;
  }

  Board board() {
    return board;
  }

  /** The newest ones. */
  List<TimelineEntry> last(int count) {
    return entries.subList(entries.size() - count, entries.size());
  }
}
