package io.evenkeel.persistence.delivery;

import io.evenkeel.incident.IncidentNumber;
import org.jspecify.annotations.Nullable;

/**
 * The right to work on a stream, for a while.
 *
 * @param incident null for a stream of no incident
 * @param epoch counts the leases of the stream: with an older one nothing can be recorded any more
 */
public record Lease(String stream, @Nullable IncidentNumber incident, long epoch) {
  /** Nobody calls Slack for what is in it. */
  public boolean besideSlack() {
    return StreamId.BESIDE_SLACK.stream().anyMatch(stream::endsWith);
  }
}
