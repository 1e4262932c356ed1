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
 * @param recordedAt UTC at microseconds
 * @param closed null while it is open
 */
public record ActionItem(
    int number,
    @Nullable Person owner,
    String text,
    @Nullable LocalDate due,
    Person recordedBy,
    Instant recordedAt,
    @Nullable Settled closed)
    implements Kept {

  public boolean open() {
    return closed == null;
  }
}
