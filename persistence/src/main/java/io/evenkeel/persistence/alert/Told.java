package io.evenkeel.persistence.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of its alerts an incident's timeline has told.
 *
 * @param minute the minute in which the last one was told, UTC
 * @param told how many in it
 * @param fired how many that fired wait to be summed up
 * @param resolved the same of those that were resolved
 * @param until when they are summed up; null when none waits
 * @param detected what <em>detected</em> was set to because of alerts; null when it was not
 * @param asked people were asked whether all is well since the last one fired
 */
public record Told(
    Instant minute,
    int told,
    int fired,
    int resolved,
    @Nullable Instant until,
    @Nullable Instant detected,
    boolean asked) {}
