package io.evenkeel.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's time in a role.
 *
 * @param acting never confirmed in it
 * @param from UTC
 * @param until UTC; null while it goes on
 * @param endedBy who ended it: a person's id, or another actor as it is stored; null while it goes
 *     on
 */
public record RoleTerm(
    Role role,
    Person person,
    boolean acting,
    Instant from,
    @Nullable Instant until,
    @Nullable String endedBy) {}
