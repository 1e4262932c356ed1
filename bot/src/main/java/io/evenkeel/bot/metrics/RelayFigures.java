package io.evenkeel.bot.metrics;

import io.evenkeel.bot.delivery.Relay;
import io.evenkeel.bot.delivery.Tally;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What this replica's relay does. */
final class RelayFigures {
  /** In milliseconds; a minute is the objective. */
  private static final List<Integer> LIMITS =
      List.of(500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 300_000);

  private RelayFigures() {}

  static void register(MeterRegistry meters, Relay relay) {
    Gauge.builder("evenkeel.slack.halted", () -> relay.halted().isPresent() ? 1 : 0)
        .description("1 while Slack refuses the token and nothing is sent")
        .register(meters);
    counter(meters, relay, "evenkeel.effect.retries", "Tries after the first", Tally::retries);
    counter(meters, relay, "evenkeel.effects.parked", "Effects given to a person", Tally::parked);
    counter(meters, relay, "evenkeel.sweeps", "Streams looked through for copies", Tally::sweeps);
    counter(meters, relay, "evenkeel.swept", "Copies taken away", Tally::swept);
    relay
        .tally()
        .onDelivery(
            Timer.builder("evenkeel.effect.delivery")
                    .description("From an effect's record to its being done; take sum()")
                    .serviceLevelObjectives(
                        LIMITS.stream().map(Duration::ofMillis).toArray(Duration[]::new))
                    .register(meters)
                ::record);
  }

  private static void counter(
      MeterRegistry meters,
      Relay relay,
      String name,
      String description,
      ToDoubleFunction<Tally> count) {
    FunctionCounter.builder(name, relay.tally(), count).description(description).register(meters);
  }
}
