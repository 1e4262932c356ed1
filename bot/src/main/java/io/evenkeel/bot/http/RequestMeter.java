package io.evenkeel.bot.http;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/**
 * How long each request took, by the path as the code writes it, never as it was asked for: {@code
 * /incidents/{incident}/postmortem} names no incident, and nobody can make up series.
 */
final class RequestMeter {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final Duration[] LIMITS =
      Arrays.stream(new int[] {5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000})
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry meters;

  RequestMeter(MeterRegistry meters) {
    this.meters = meters;
  }

  /** A request was answered within so many milliseconds. */
  void handled(Context context, Float millis) {
    String method = context.method().name();
    Endpoint matched = context.endpoints().matchedHttpEndpoint();
    Timer.builder("evenkeel.http.request.duration")
        .description("From a request's head read to its answer, by route and class of status")
        .tag("route", matched == null ? "none" : matched.path)
        .tag("method", METHODS.contains(method) ? method : "other")
        .tag("status", context.statusCode() / 100 + "xx")
        .serviceLevelObjectives(LIMITS)
        .register(meters)
        .record(Duration.ofNanos((long) (millis * 1_000_000)));
  }
}
