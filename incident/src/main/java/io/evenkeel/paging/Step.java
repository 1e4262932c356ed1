package io.evenkeel.paging;

import java.time.Duration;
import java.util.List;

/**
 * One step of a policy: these are paged at once, and the next step comes unless somebody
 * acknowledges in time.
 *
 * @param whom not empty, unless something outside is rung
 * @param rings the names of what is rung outside Slack
 * @param time how long they have; half-way through they are mentioned in the incident's channel
 */
public record Step(List<Whom> whom, List<String> rings, Duration time) {
  /** What a step has that names no time. */
  public static final Duration USUAL = Duration.ofMinutes(5);

  public Step {
    whom = List.copyOf(whom);
    rings = List.copyOf(rings);
    if (whom.isEmpty() && rings.isEmpty()) {
      throw new IllegalArgumentException("A step pages somebody");
    }
    if (!time.isPositive()) {
      throw new IllegalArgumentException("A step has time");
    }
  }

  /** With the usual time, within Slack alone. */
  public static Step of(Whom whom) {
    return new Step(List.of(whom), List.of(), USUAL);
  }

  /** Nobody has to answer a direct message: it is for the channel, or rings outside. */
  public boolean channelOnly() {
    return whom.stream().allMatch(Whom.Channel.class::isInstance);
  }
}
