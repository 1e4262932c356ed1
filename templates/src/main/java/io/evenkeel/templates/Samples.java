package io.evenkeel.templates;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Milestones;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Status;
import io.evenkeel.incident.Visibility;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Incidents in each status, to see at the start whether a template that was brought can be used.
 */
final class Samples {
  private static final Instant THEN = Instant.parse("2026-01-01T12:00:00Z");
  private static final Person SOMEBODY = new Person(new PersonId("U0"), "somebody");

  private Samples() {}

  static List<Incident> of(SeverityScale severities) {
    return Stream.of(Status.INVESTIGATING, Status.IDENTIFIED, Status.MONITORING, Status.RESOLVED)
        .map(status -> in(status, severities))
        .toList();
  }

  private static Incident in(Status status, SeverityScale severities) {
    boolean begun = status == Status.INVESTIGATING;
    var marks = new EnumMap<Milestone, Milestones.Mark>(Milestone.class);
    marks.put(Milestone.DECLARED, new Milestones.Mark(THEN, null));
    if (!begun) {
      marks.put(Milestone.MITIGATED, new Milestones.Mark(THEN, null));
      marks.put(Milestone.RESOLVED, new Milestones.Mark(THEN, null));
    }
    Incident.@Nullable LatestUpdate update =
        begun ? null : new Incident.LatestUpdate("Errors are falling.", THEN, THEN);
    return new Incident(
        new IncidentNumber(1),
        "API service down",
        severities.assumed(),
        begun,
        status,
        begun ? Mode.DRILL : Mode.LIVE,
        Visibility.PUBLIC,
        begun ? List.of() : List.of("api"),
        null,
        SOMEBODY,
        Map.of(),
        new Milestones(marks),
        update,
        begun ? null : "Enlarged the pool",
        null,
        null,
        1,
        THEN);
  }
}
