package io.evenkeel.paging;

import java.time.Instant;

/**
 * Somebody was paged.
 *
 * @param about what it was about, such as an incident's number: what comes again about the same
 *     within {@link Load#SAME} is no new interruption
 * @param at UTC
 */
public record Interruption(String about, Instant at) {}
