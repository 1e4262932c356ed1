package io.evenkeel.incident;

import io.evenkeel.response.Happening;
import io.evenkeel.response.Nature;
import io.evenkeel.response.Trigger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command did to an incident, as response rules see it. */
public final class Happenings {
  private Happenings() {}

  /**
   * Nothing for an incident that is written down afterwards.
   *
   * @param before null when it was declared
   */
  public static List<Happening> between(
      @Nullable Incident before, Incident after, SeverityScale scale) {
    if (after.mode() == Mode.BACKFILL) {
      return List.of();
    }
    if (before == null) {
      return List.of(happening(Trigger.DECLARED, after, null));
    }
    var all = new ArrayList<Happening>();
    if (scale.rank(after.severity()) < scale.rank(before.severity())) {
      all.add(happening(Trigger.SEVERITY, after, null));
    }
    if (after.status() != before.status()) {
      all.add(happening(Trigger.STATUS, after, null));
    }
    if (after.open()) {
      before.roles().keySet().stream()
          .filter(role -> !after.roles().containsKey(role))
          .forEach(role -> all.add(happening(Trigger.ROLE_EMPTY, after, role.name())));
    }
    return all;
  }

  private static Happening happening(Trigger trigger, Incident incident, @Nullable String role) {
    return new Happening(
        trigger,
        incident.severity().name(),
        incident.status().word(),
        incident.services(),
        nature(incident),
        role);
  }

  private static Nature nature(Incident incident) {
    if (incident.mode() == Mode.DRILL) {
      return Nature.DRILL;
    }
    return incident.visibility() == Visibility.PRIVATE ? Nature.PRIVATE : Nature.REAL;
  }
}
