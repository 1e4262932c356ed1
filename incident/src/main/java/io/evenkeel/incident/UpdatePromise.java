package io.evenkeel.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an update promised the next one.
 *
 * @param entry the timeline entry of that update
 * @param next UTC at microseconds; null where it is not known whether it promised anything
 */
public record UpdatePromise(int entry, @Nullable Instant next) implements Kept {}
