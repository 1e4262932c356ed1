package io.evenkeel.persistence.board;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.Errand;
import io.evenkeel.incident.IncidentNumber;
import java.time.Instant;

/** Something whose time has come: it is acted on once for each thing and time. */
public sealed interface Due {

  /** What it is, within the whole database: {@code task:INC-12:3}. */
  String thing();

  /** The time that has come, UTC at microseconds; a new time makes it due again. */
  Instant at();

  /** The same for every replica and after every restart: {@code due:task:INC-12:3:2026-…}. */
  default String key() {
    return "due:" + thing() + ":" + at();
  }

  /**
   * Something of an incident.
   *
   * @param command what Evenkeel itself says then. Its rules check again whether it is still due
   */
  record OfIncident(IncidentNumber incident, String thing, Instant at, Command.OnIncident command)
      implements Due {}

  /**
   * Something that belongs to no incident.
   *
   * @param errand what Evenkeel does then. Whoever does it looks again whether it is still due
   */
  record OfHouse(String thing, Instant at, Errand errand) implements Due {}
}
