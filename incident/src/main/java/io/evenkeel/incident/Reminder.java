package io.evenkeel.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What somebody is reminded of now.
 *
 * @param at the step that has come, UTC: with the kind it tells this reminder from all others
 * @param due when the thing itself is or was due, UTC
 * @param to who is told by direct message, the one who should act first
 * @param channel it also goes into the incident's channel
 * @param lone there is nobody else: one person is told, of one thing
 * @param roles the roles it is about, where it is about roles
 * @param again after so long the next one is expected, or it is asked again
 * @param late so long after its time, because Evenkeel could not look sooner; zero when in time
 */
public record Reminder(
    ReminderKind kind,
    Instant at,
    Instant due,
    List<Person> to,
    boolean channel,
    boolean lone,
    List<Role> roles,
    Duration again,
    Duration late) {
  public Reminder {
    to = List.copyOf(to);
    roles = List.copyOf(roles);
  }
}
