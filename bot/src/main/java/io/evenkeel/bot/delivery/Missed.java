package io.evenkeel.bot.delivery;

import io.evenkeel.incident.IncidentNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes what is found out about people whom Slack does not show their page. */
public interface Missed {
  /**
   * It may be told any number of times.
   *
   * @param from when their Do Not Disturb begins or began, UTC; null for somebody who cannot be
   *     written to
   * @param until when it ends
   */
  void tell(
      IncidentNumber incident, int page, int call, @Nullable Instant from, @Nullable Instant until);
}
