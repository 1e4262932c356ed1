package io.evenkeel.bot.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;

/** How long Slack waits for us, whichever way its requests come. */
public final class Acknowledged {
  /** In milliseconds: fine around the 100 ms of the budget, and up to Slack's patience of 3 s. */
  private static final List<Integer> LIMITS =
      List.of(5, 10, 25, 50, 75, 100, 150, 250, 500, 1000, 2000, 2500, 3000);

  private Acknowledged() {}

  /** The same timer each time it is asked for. */
  public static Timer in(MeterRegistry metrics) {
    return Timer.builder("evenkeel.slack.acknowledged")
        .description("From a request of Slack's read to its answer; Slack waits 3 s")
        .serviceLevelObjectives(LIMITS.stream().map(Duration::ofMillis).toArray(Duration[]::new))
        .register(metrics);
  }
}
