package io.evenkeel.incident;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done after the incident so that it does not come back: a line of the postmortem's
 * table.
 *
 * @param number counted from 1 within the incident
 * @param owner null while nobody has it
 * @param due a day, without a time zone; null when none was given
 * @param kind what it is for; null while nobody said
 * @param recordedAt UTC at microseconds
 * @param closed null while it is open
 * @param link where what was done can be looked up, http or https; null when none was given
 */
public record ActionItem(
    int number,
    @Nullable Person owner,
    String text,
    @Nullable LocalDate due,
    @Nullable ActionClass kind,
    Person recordedBy,
    Instant recordedAt,
    @Nullable Settled closed,
    @Nullable String link)
    implements Kept {

  /** One of which nobody said what it is for, and which has no link. */
  public ActionItem(
      int number,
      @Nullable Person owner,
      String text,
      @Nullable LocalDate due,
      Person recordedBy,
      Instant recordedAt,
      @Nullable Settled closed) {
    this(number, owner, text, due, null, recordedBy, recordedAt, closed, null);
  }

  public boolean open() {
    return closed == null;
  }

  /** Other terms; null leaves one as it is. */
  ActionItem with(
      @Nullable Person other, @Nullable LocalDate day, @Nullable ActionClass otherKind) {
    return new ActionItem(
        number,
        other == null ? owner : other,
        text,
        day == null ? due : day,
        otherKind == null ? kind : otherKind,
        recordedBy,
        recordedAt,
        closed,
        link);
  }

  /** It is done. */
  ActionItem closed(Settled done, @Nullable String where) {
    return new ActionItem(number, owner, text, due, kind, recordedBy, recordedAt, done, where);
  }
}
