package io.evenkeel.bot.delivery;

import io.evenkeel.incident.IncidentNumber;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

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
   * @return the directory beside it for its pictures, which may not be there yet; null where it is
   *     not kept
   * @throws io.evenkeel.persistence.Unavailable when it cannot be read now: to be asked again
   * @throws IOException when the folder cannot be written now
   */
  default @Nullable Path keep(IncidentNumber incident) throws IOException {
    return null;
  }
}
