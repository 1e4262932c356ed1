package io.evenkeel.bot.prometheus;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One Prometheus, or what speaks as one does (its HTTP API, version 1). Each question takes 5 s at
 * most and reads 4 MB at most; whatever goes wrong is an answer in words, never an exception. Safe
 * for any number of threads.
 */
public final class Prometheus implements AutoCloseable {
  /** As Prometheus itself refuses more than 11,000 points. */
  private static final int MOST_STEPS = 10_000;

  private final Wire wire;

  /**
   * Connects to nothing yet.
   *
   * @param url where it is, with the path before {@code /api/v1} where there is one. Its host is
   *     asked wherever it is, also in a private network: whoever runs Evenkeel named it
   * @param authorization the value of that header; null for none
   */
  public Prometheus(URI url, @Nullable String authorization) {
    this(url, authorization, Duration.ofSeconds(5));
  }

  Prometheus(URI url, @Nullable String authorization, Duration longest) {
    wire = new Wire(url, authorization, longest);
  }

  /** One number at one instant. Several series are no number: the expression should add them up. */
  public Measured query(String promql, Instant at) {
    return Answer.measured(wire.ask("query", form(Map.of("query", promql, "time", seconds(at)))));
  }

  /**
   * One series over a time, both ends included.
   *
   * @param step a second at least, and at most 10,000 of them
   */
  public Series range(String promql, Instant from, Instant to, Duration step) {
    if (step.compareTo(Duration.ofSeconds(1)) < 0
        || to.isBefore(from)
        || Duration.between(from, to).dividedBy(step) > MOST_STEPS) {
      throw new IllegalArgumentException(from + " to " + to + " by " + step);
    }
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("query", promql);
    asked.put("start", seconds(from));
    asked.put("end", seconds(to));
    asked.put("step", BigDecimal.valueOf(step.toMillis(), 3).toPlainString());
    return Answer.series(wire.ask("query_range", form(asked)));
  }

  /** In milliseconds, as Prometheus keeps time. */
  private static String seconds(Instant at) {
    return BigDecimal.valueOf(at.toEpochMilli(), 3).toPlainString();
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Questions under way are answered in words. */
  @Override
  public void close() {
    wire.close();
  }
}
