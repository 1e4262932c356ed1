package io.evenkeel.persistence.inbox;

import io.evenkeel.incident.Answer;

/**
 * A request that was answered before.
 *
 * @param answer what was answered then
 * @param sameBody false when the same key came with another body: over HTTP that is refused with
 *     422
 */
public record Repeat(Answer answer, boolean sameBody) {}
