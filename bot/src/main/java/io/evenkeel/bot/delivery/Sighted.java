package io.evenkeel.bot.delivery;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Sighting;

/** Takes what was read in Slack for a timeline. */
@FunctionalInterface
public interface Sighted {
  /**
   * May be told the same several times, as a worker can be killed right after.
   *
   * @throws io.evenkeel.persistence.Unavailable nothing is known to be recorded
   */
  void tell(IncidentNumber incident, Sighting sighting);
}
