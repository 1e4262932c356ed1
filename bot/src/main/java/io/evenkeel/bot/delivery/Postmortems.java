package io.evenkeel.bot.delivery;

import io.evenkeel.incident.IncidentNumber;
import java.io.IOException;

/** Where the postmortem draft comes from, and where it is kept as a file. */
@FunctionalInterface
public interface Postmortems {
  /**
   * The draft of the newest timeline, in Markdown.
   *
   * @throws io.evenkeel.persistence.Unavailable when it cannot be read now: to be asked again
   */
  String markdown(IncidentNumber incident);

  /**
   * Writes it into the folder of postmortems; nothing where there is none, or where the incident's
   * is not to be there. May be called twice.
   *
   * @throws io.evenkeel.persistence.Unavailable when it cannot be read now: to be asked again
   * @throws IOException when the folder cannot be written now
   */
  default void keep(IncidentNumber incident) throws IOException {}
}
