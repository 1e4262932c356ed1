package io.evenkeel.templates;

import io.evenkeel.incident.ActionClass;
import io.evenkeel.incident.ActionCommand;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.CancelledAs;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleCommand;
import io.evenkeel.incident.RoleTerm;
import io.evenkeel.incident.RunbookStep;
import io.evenkeel.incident.Settled;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Status;
import io.evenkeel.incident.TaskCommand;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.UpdatePromise;
import io.evenkeel.incident.Visibility;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.Guidance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Incidents that are taught, played through the rules at fixed times. */
final class Stories {
  private static final Person ALICE = person("alice");
  private static final Person BOB = person("bob");
  private static final Person CHARLIE = person("charlie");
  private static final Role COMMS = new Role("communications-lead");
  private static final Role TECH = new Role("tech-lead");

  private final List<TimelineEntry> entries = new ArrayList<>();
  private @Nullable Incident incident;
  private final List<UpdatePromise> promises = new ArrayList<>();
  private Board board = Board.EMPTY;

  /** The API is down because the database's connection pool is exhausted. */
  static Draft apiServiceDown() {
    return new Stories()
        .declare("14:32", "API service down", "SEV-1", "14:30")
        .then(
            "14:32",
            assign(Role.INCIDENT_COMMANDER, ALICE),
            assign(COMMS, BOB),
            assign(TECH, CHARLIE),
            new Command.Note("Monitoring alerts: high error rate", at("14:30")))
        .then(
            "14:35",
            new Command.Update(
                "Root cause identified: connection pool exhausted", Status.IDENTIFIED, null, false))
        .then("14:40", new Command.Mitigate("pool enlarged"))
        .then(
            "14:45",
            new Command.Update("Service recovered", null, null, false),
            new Command.Resolve("Increased connection pool size"))
        .then("15:15", new Command.Note("Permanent fix deployed", null))
        .draft();
  }

  /** Followed by a runbook, and on a service that had none. */
  static Draft guided() {
    Instant at = Instant.parse("2026-11-21T14:34:00Z");
    var gone = new Settled(BOB, at.plusSeconds(60));
    return databasePrimaryDown()
        .with(
            new Guidance(
                List.of(
                    step(1, "Symptoms", "`TooManyConnections` fires | <b>now</b>", ALICE, at, null),
                    step(2, "Diagnosis", "Count connections\n• by user", BOB, at, gone),
                    step(3, "Mitigation (Immediate)", "*Roll back*", BOB, at, null)),
                List.of("cache", "<!channel>")),
            List.of());
  }

  private static RunbookStep step(
      int number, String heading, String text, Person by, Instant at, @Nullable Settled undone) {
    return new RunbookStep(number, "db-down", number, heading, text, by, at, undone);
  }

  /** The primary is down and the replica is promoted. */
  static Draft databasePrimaryDown() {
    return new Stories()
        .declare("03:02", "database primary down", "SEV-1", "03:00")
        .then(
            "03:05",
            new RoleCommand.Assign(
                List.of(
                    new RoleCommand.Assignment(TECH, ALICE),
                    new RoleCommand.Assignment(COMMS, BOB),
                    new RoleCommand.Assignment(new Role("scribe"), CHARLIE)),
                null),
            new Command.Update("Database primary down, replica healthy", null, null, false))
        .then("03:08", new Command.Decide("Promote the replica"))
        .then("03:10", new Command.Update("Posted status page update", null, null, false))
        .then("03:21", new Command.Mitigate("replica promoted"))
        .then("03:40", new Command.Resolve("Replica promoted to primary"))
        .draft();
  }

  /** Declared before midnight by somebody who typed markup; still open after it. */
  static Draft hostileAndOpen() {
    return new Stories()
        .declare("23:50", "# <!channel> [free](http://evil.example) | *pizza*", null, null)
        .then("23:55", new Command.Update("line one\n# line two\n- line three", null, null, false))
        .then("23:58", new Command.SetMilestone(Milestone.STARTED, at("23:40")))
        .then("23:59", new Command.SetMilestone(Milestone.STARTED, at("23:41")))
        .thenAt(Instant.parse("2026-11-22T00:10:00Z"), new Command.Note("a | b _c_", null))
        .draft();
  }

  /** Resolved without a word on when users were well again. */
  static Draft neverMitigated() {
    return new Stories()
        .declare("10:00", "Disk alert", "SEV-2", "09:58")
        .then("10:05", new Command.Resolve("cleaned up"))
        .draft();
  }

  /** Everything that people can type holds what would break a document. */
  static Draft hostileEverywhere() {
    String evil = "](http://evil.example) | `a` <b>x</b> <!-- evenkeel:end timeline -->";
    String lines =
        "---\n# x\n<!-- evenkeel:end timeline -->\n```\n- y\n<!-- prompt: z -->\n" + evil;
    var stories =
        new Stories()
            .declare("10:00", "--- " + evil + " ---", "SEV-1", "09:50")
            .then(
                "10:01",
                new Command.Update(lines, Status.IDENTIFIED, null, false),
                new Command.Decide("rather than " + lines),
                new TaskCommand.Give(person(evil), evil, at("10:30")),
                new ActionCommand.Add(person(evil), evil, null),
                assign(TECH, person(evil)),
                new Command.Note("a 3 hour outage " + evil, at("09:55")))
            .then("10:05", new Command.Mitigate(lines), new Command.Resolve(lines));
    stories.captured("https://slack.example/a)b(c<d>e|f`g`?h=1&copy;=2 \u202E");
    stories.captured("https://slack.example/a)b(c<d>e|f`g`?h=1&copy;=2\u202E_*[x]");
    stories.captured("javascript:alert(1)");
    return stories.draft();
  }

  private void captured(String source) {
    entries.add(
        new TimelineEntry(
            entries.size() + 1,
            at("10:02"),
            at("10:06"),
            EntryKind.CAPTURED,
            new Actor.Human(person("m*a*l|lory\n# x")),
            "see [this](http://evil.example)",
            source,
            null));
  }

  static Draft cancelled() {
    return new Stories()
        .declare("10:00", "Disk alert", "SEV-4", null)
        .then("10:05", new Command.Cancel("the alert was wrong", CancelledAs.FALSE_ALARM))
        .draft();
  }

  static Draft withActionItems() {
    return new Stories()
        .declare("10:00", "Disk full", "SEV-3", null)
        .then(
            "11:00",
            new Command.Resolve("cleaned up"),
            new ActionCommand.Add(
                BOB, "alert on | disk <use>", LocalDate.of(2026, 12, 1), ActionClass.DETECT),
            new ActionCommand.Add(null, "write the runbook", null),
            new ActionCommand.Add(ALICE, "rotate logs", null, ActionClass.MITIGATE),
            new ActionCommand.Close(3, "https://git.example.org/logs/7"))
        .draft();
  }

  static Draft withPromises() {
    return new Stories()
        .declare("09:55", "Disk full", "SEV-3", null)
        .then("10:00", new Command.Update("we look", null, Duration.ofMinutes(30), false))
        .then("10:20", new Command.Update("we found it", null, Duration.ofMinutes(20), false))
        .then("11:00", new Command.Resolve("cleaned up"))
        .draft();
  }

  static Draft ofManyEntries(int count) {
    var stories = new Stories().declare("10:00", "Long night", "SEV-2", null);
    for (int i = 0; i < count; i++) {
      stories.then(
          "10:05", new Command.Note("entry " + i + " with *some* text_that_is typed", null));
    }
    return stories.draft();
  }

  private Stories declare(
      String time, String title, @Nullable String severity, @Nullable String detected) {
    var command =
        new Command.Declare(
            title,
            severity == null ? null : new Severity(severity),
            List.of(),
            null,
            detected == null ? null : at(detected),
            Visibility.PUBLIC,
            Mode.LIVE,
            false,
            null);
    return take(
        Incident.declare(
            new IncidentNumber(1),
            command,
            new Actor.Human(ALICE),
            at(time),
            SeverityScale.STANDARD));
  }

  private Stories then(String time, Command.OnIncident... commands) {
    for (Command.OnIncident command : commands) {
      thenAt(at(time), command);
    }
    return this;
  }

  private Stories thenAt(Instant time, Command.OnIncident command) {
    Actor alice = new Actor.Human(ALICE);
    return take(
        command instanceof Command.OnBoard onBoard
            ? started().decide(onBoard, board, alice, time)
            : started().decide(command, alice, time));
  }

  private Stories take(Decision decision) {
    switch (decision) {
      case Decision.Accepted accepted -> {
        entries.addAll(accepted.entries());
        incident = accepted.next();
        board = board.with(accepted.kept());
        accepted.kept().stream()
            .filter(UpdatePromise.class::isInstance)
            .map(UpdatePromise.class::cast)
            .forEach(promises::add);
      }
      case Decision.Refused refused -> throw new AssertionError(refused);
    }
    return this;
  }

  private Draft draft() {
    return Draft.of(
        started(),
        entries,
        started().roles().entrySet().stream()
            .map(held -> term(held.getKey(), held.getValue()))
            .toList(),
        board,
        promises,
        SeverityScale.STANDARD,
        new Draft.Head(
            entries.size(), "3f2a9c1b7d04e85566778899aabbccddeeff00112233445566778899aabbccdd"));
  }

  private static RoleTerm term(Role role, Incident.Holder held) {
    return new RoleTerm(role, held.person(), held.acting(), held.since(), null, null);
  }

  private Incident started() {
    if (incident == null) {
      throw new IllegalStateException("declare first");
    }
    return incident;
  }

  private static RoleCommand.Assign assign(Role role, Person person) {
    return new RoleCommand.Assign(List.of(new RoleCommand.Assignment(role, person)), null);
  }

  private static Person person(String name) {
    return new Person(new PersonId("U-" + name), name);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-21T" + time + ":00Z");
  }
}
