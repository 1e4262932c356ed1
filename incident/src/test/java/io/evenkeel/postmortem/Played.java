package io.evenkeel.postmortem;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident played through the rules at given times of 21 November 2026. */
final class Played {
  static final Person ALICE = new Person(new PersonId("U1"), "alice");

  private final List<TimelineEntry> entries = new ArrayList<>();
  private Incident incident;

  Played(String time, @Nullable String detected) {
    this(time, null, detected);
  }

  Played(String time, @Nullable String started, @Nullable String detected) {
    var declare =
        new Command.Declare(
            "API service down",
            new Severity("SEV-1"),
            List.of(),
            started == null ? null : at(started),
            detected == null ? null : at(detected),
            Visibility.PUBLIC,
            Mode.LIVE,
            false,
            null);
    incident =
        take(
            Incident.declare(
                new IncidentNumber(1),
                declare,
                new Actor.Human(ALICE),
                at(time),
                SeverityScale.STANDARD));
  }

  Played then(String time, Command.OnIncident command) {
    incident = take(incident.decide(command, new Actor.Human(ALICE), at(time)));
    return this;
  }

  Draft draft() {
    return draft(entries);
  }

  Draft draftOfReversed() {
    return draft(entries.reversed());
  }

  private Draft draft(List<TimelineEntry> timeline) {
    return Draft.of(
        incident, timeline, SeverityScale.STANDARD, new Draft.Head(timeline.size(), "abc"));
  }

  static Instant at(String time) {
    return Instant.parse("2026-11-21T" + time + ":00Z");
  }

  private Incident take(Decision decision) {
    return switch (decision) {
      case Decision.Accepted accepted -> {
        entries.addAll(accepted.entries());
        yield accepted.next();
      }
      case Decision.Refused refused -> throw new AssertionError(refused);
    };
  }
}
