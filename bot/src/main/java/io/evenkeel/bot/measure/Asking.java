package io.evenkeel.bot.measure;

import io.evenkeel.bot.prometheus.Measured;
import java.time.Instant;

/** One question in PromQL, as of an instant. */
@FunctionalInterface
public interface Asking {
  /** Never throws; takes bounded time. */
  Measured ask(String promql, Instant at);
}
