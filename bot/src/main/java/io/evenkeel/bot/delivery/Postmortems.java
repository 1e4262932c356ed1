package io.evenkeel.bot.delivery;

import io.evenkeel.incident.IncidentNumber;

/** Where the postmortem draft comes from. */
@FunctionalInterface
public interface Postmortems {
  /**
   * The draft of the newest timeline, in Markdown.
   *
   * @throws io.evenkeel.persistence.Unavailable when it cannot be read now: to be asked again
   */
  String markdown(IncidentNumber incident);
}
