package io.evenkeel.persistence.board;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import java.time.Instant;

/**
 * Something of an incident whose time has come.
 *
 * @param thing what it is, within the whole database: {@code task:INC-12:3}
 * @param at the time that has come, UTC at microseconds; a new time makes it due again
 * @param command what Evenkeel itself says then. Its rules check again whether it is still due
 */
public record Due(IncidentNumber incident, String thing, Instant at, Command.OnIncident command) {

  /** The same for every replica and after every restart: {@code due:task:INC-12:3:2026-…}. */
  public String key() {
    return "due:" + thing + ":" + at;
  }
}
