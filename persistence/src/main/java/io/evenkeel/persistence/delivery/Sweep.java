package io.evenkeel.persistence.delivery;

import java.time.Instant;
import java.util.List;

/**
 * One pass over a stream that may have copies in Slack.
 *
 * @param since UTC: a copy can be as old as this, but not older
 */
public record Sweep(String stream, Instant since, List<Doubtful> doubtful) {
  public Sweep {
    doubtful = List.copyOf(doubtful);
  }
}
