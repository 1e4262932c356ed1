package io.evenkeel.bot.desk;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.incident.Incidents;
import java.util.Optional;

/** Where an incident goes on that was merged, perhaps more than once. */
final class Following {
  private static final int FAR = 10;

  private Following() {}

  static Optional<Incident> on(Incidents incidents, IncidentNumber number) {
    Optional<Incident> there = incidents.find(number);
    for (int i = 0; i < FAR && there.isPresent(); i++) {
      IncidentNumber into = there.get().mergedInto();
      if (into == null) {
        return there;
      }
      there = incidents.find(into);
    }
    return there;
  }
}
