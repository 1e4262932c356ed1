package io.evenkeel.templates;

import io.evenkeel.incident.ActionCommand;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleTerm;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TaskCommand;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.UpdatePromise;
import io.evenkeel.incident.Visibility;
import io.evenkeel.postmortem.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A small incident that never was, to try a template on before anybody needs it. */
final class Example {
  private static final Person SOMEBODY = new Person(new PersonId("U0"), "somebody");
  private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");

  private Example() {}

  static Draft draft() {
    Actor actor = new Actor.Human(SOMEBODY);
    Severity severity = SeverityScale.STANDARD.assumed();
    var declare =
        new Command.Declare(
            "Example",
            severity,
            List.of("api"),
            BEGIN.minusSeconds(300),
            BEGIN.minusSeconds(120),
            Visibility.PUBLIC,
            Mode.LIVE,
            false,
            null);
    var begun =
        accepted(
            Incident.declare(new IncidentNumber(1), declare, actor, BEGIN, SeverityScale.STANDARD));
    var entries = new ArrayList<>(begun.entries());
    Incident incident = begun.next();
    Board board = Board.EMPTY;
    var promises = new ArrayList<UpdatePromise>();
    for (Command.OnIncident command : story()) {
      Instant now = incident.recordedAt().plusSeconds(60);
      var taken =
          accepted(
              command instanceof Command.OnBoard onBoard
                  ? incident.decide(onBoard, board, actor, now)
                  : incident.decide(command, actor, now));
      entries.addAll(taken.entries());
      board = board.with(taken.kept());
      taken.kept().stream()
          .flatMap(row -> row instanceof UpdatePromise promise ? Stream.of(promise) : Stream.of())
          .forEach(promises::add);
      incident = taken.next();
    }
    entries.add(captured(incident));
    var term = new RoleTerm(Role.INCIDENT_COMMANDER, SOMEBODY, false, BEGIN, null, null);
    return Draft.of(
        incident,
        entries,
        List.of(term),
        board,
        promises,
        SeverityScale.STANDARD,
        new Draft.Head(entries.size(), "0".repeat(64)));
  }

  private static List<Command.OnIncident> story() {
    return List.of(
        new Command.Update("Root cause identified: the pool", null, Duration.ofMinutes(30), false),
        new Command.Decide("restart instead of waiting"),
        new TaskCommand.Give(SOMEBODY, "watch the graph", null),
        new Command.Mitigate("restarted"),
        new Command.Resolve("made the pool larger after a 3 hour outage"),
        new ActionCommand.Add(SOMEBODY, "alert on the pool", null));
  }

  private static TimelineEntry captured(Incident incident) {
    return new TimelineEntry(
        incident.entries() + 1,
        BEGIN,
        incident.recordedAt(),
        EntryKind.CAPTURED,
        new Actor.Human(SOMEBODY),
        "it is slow",
        "https://example.org/message",
        null);
  }

  private static Decision.Accepted accepted(Decision decision) {
    return switch (decision) {
      case Decision.Accepted accepted -> accepted;
      case Decision.Refused refused ->
          throw new IllegalStateException("the example breaks a rule: " + refused);
    };
  }
}
