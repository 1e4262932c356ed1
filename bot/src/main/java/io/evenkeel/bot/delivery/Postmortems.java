package io.evenkeel.bot.delivery;

import io.evenkeel.incident.IncidentNumber;

/** Where the postmortem draft comes from. */
@FunctionalInterface
public interface Postmortems {
  /** The draft of the newest timeline, in Markdown. */
  String markdown(IncidentNumber incident);
}
