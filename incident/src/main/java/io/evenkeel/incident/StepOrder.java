package io.evenkeel.incident;

import org.jspecify.annotations.Nullable;

/**
 * A step of a runbook is done, or was not after all.
 *
 * @param runbook as it was typed; null for the one that is followed
 * @param step counted from 1
 * @param done false to take it back
 * @param read the mark of the step as whoever says it read it; null when it was typed
 */
public record StepOrder(@Nullable String runbook, int step, boolean done, @Nullable String read) {}
