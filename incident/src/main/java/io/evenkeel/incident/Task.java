package io.evenkeel.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that one person was asked to do during the incident.
 *
 * @param number counted from 1 within the incident
 * @param due when its time is up, UTC; null when no time was given
 * @param reminded the due time that was reminded of already; a new due time is reminded of again
 * @param done null while it is open
 */
public record Task(
    int number,
    Person assignee,
    String text,
    Person askedBy,
    Instant askedAt,
    @Nullable Instant due,
    @Nullable Instant reminded,
    @Nullable Settled done)
    implements Kept {

  public boolean open() {
    return done == null;
  }

  /** It is open and its time is up. */
  public boolean overdue(Instant now) {
    return open() && due != null && !due.isAfter(now);
  }

  Task settled(Person by, Instant at) {
    return new Task(number, assignee, text, askedBy, askedAt, due, reminded, new Settled(by, at));
  }

  Task givenTo(Person other) {
    return new Task(number, other, text, askedBy, askedAt, due, reminded, done);
  }

  Task dueAt(Instant later) {
    return new Task(number, assignee, text, askedBy, askedAt, later, reminded, done);
  }

  Task remindedOf(Instant time) {
    return new Task(number, assignee, text, askedBy, askedAt, due, time, done);
  }
}
