package io.evenkeel.reminder;

import io.evenkeel.incident.Role;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The {@link Cadence} of each severity. */
public record Cadences(Map<Severity, Cadence> bySeverity) {
  private static final Role COMMS = Role.COMMUNICATIONS_LEAD;
  private static final Role TECH = new Role("tech-lead");

  /** SEV-1: updates every 30 minutes; SEV-2: every hour; SEV-3: every 4 hours; SEV-4: none. */
  public static final Cadences STANDARD =
      new Cadences(
          Map.of(
              new Severity("SEV-1"),
              new Cadence(
                  Duration.ofMinutes(30),
                  Duration.ofMinutes(15),
                  Duration.ofMinutes(5),
                  Duration.ofMinutes(10),
                  List.of(COMMS, TECH),
                  Duration.ofHours(2),
                  Duration.ofHours(4),
                  new Cadence.Days(3, false),
                  true),
              new Severity("SEV-2"),
              new Cadence(
                  Duration.ofHours(1),
                  null,
                  Duration.ofMinutes(5),
                  Duration.ofMinutes(15),
                  List.of(COMMS),
                  Duration.ofHours(2),
                  Duration.ofHours(8),
                  new Cadence.Days(5, true),
                  true),
              new Severity("SEV-3"),
              new Cadence(
                  Duration.ofHours(4),
                  null,
                  Duration.ofMinutes(5),
                  null,
                  List.of(),
                  Duration.ofHours(4),
                  Duration.ofHours(24),
                  null,
                  false),
              new Severity("SEV-4"),
              new Cadence(
                  null,
                  null,
                  null,
                  null,
                  List.of(),
                  Duration.ofHours(24),
                  Duration.ofHours(72),
                  null,
                  false)));

  /** The standard ones for a scale of any names: by their order, the worst first. */
  public static Cadences standard(SeverityScale scale) {
    List<Cadence> ranked =
        List.of(
            STANDARD.of(new Severity("SEV-1")),
            STANDARD.of(new Severity("SEV-2")),
            STANDARD.of(new Severity("SEV-3")),
            STANDARD.of(new Severity("SEV-4")));
    Map<Severity, Cadence> all = new HashMap<>();
    for (SeverityScale.Level level : scale.levels()) {
      int rank = Math.min(scale.rank(level.severity()), ranked.size() - 1);
      all.put(level.severity(), ranked.get(rank));
    }
    return new Cadences(all);
  }

  public Cadences {
    bySeverity = Map.copyOf(new HashMap<>(bySeverity));
  }

  public Cadence of(Severity severity) {
    return bySeverity.getOrDefault(severity, Cadence.NONE);
  }
}
