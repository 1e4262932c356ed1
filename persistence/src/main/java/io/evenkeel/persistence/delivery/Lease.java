package io.evenkeel.persistence.delivery;

import io.evenkeel.incident.IncidentNumber;

/**
 * The right to work on a stream, for a while.
 *
 * @param epoch counts the leases of the stream: with an older one nothing can be recorded any more
 */
public record Lease(String stream, IncidentNumber incident, long epoch) {}
