package io.evenkeel.incident;

import java.time.Instant;

/**
 * A decision that stands: an entry of the timeline that nothing has superseded.
 *
 * @param seq of the timeline entry
 * @param by the name that a reader of the timeline sees
 */
public record Decided(int seq, String text, String by, Instant at) {}
