package io.evenkeel.reminder;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.ReminderKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nobody is reminded until then.
 *
 * @param kind null for all kinds
 * @param until UTC at microseconds
 */
public record Snoozed(@Nullable ReminderKind kind, Instant until, Person by) {

  boolean covers(ReminderKind other) {
    return kind == null || kind == other;
  }
}
