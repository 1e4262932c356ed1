package io.evenkeel.oncall;

import java.time.Instant;

/**
 * What people call an override: somebody is on call on a layer for a while, whatever is planned,
 * also where the plan has a gap.
 *
 * @param layer the name of the layer
 * @param until after {@code from}; then the plan counts again
 */
public record StandIn(String layer, Participant who, Instant from, Instant until) {
  public StandIn {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("An override ends after it begins");
    }
  }
}
