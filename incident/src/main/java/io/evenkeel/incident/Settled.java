package io.evenkeel.incident;

import java.time.Instant;

/**
 * Something is over: a claim ended, a task was done, an action item was closed.
 *
 * @param at UTC at microseconds
 */
public record Settled(Person by, Instant at) {}
