package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a collector of traces gets from a bot that is told to send them. */
final class TraceTest {

  @Test
  void aCommandItsTransactionItsEffectsAndTheirCallsAreOneTraceWithoutAnybodysWords()
      throws Exception {
    var collector = new Collector();
    try (var stage = Stage.withDoor()) {
      stage.startBot(
          Map.of(
              "OTEL_EXPORTER_OTLP_ENDPOINT",
              collector.address(),
              "OTEL_BSP_SCHEDULE_DELAY",
              "100"));
      stage.ready();
      stage.say("alice", "general", "declare the wombats are out --severity SEV-2");
      Stage.eventually(
          "the channel is made", () -> of(collector, "slack conversations.create").isPresent());
      Span call = of(collector, "slack conversations.create").orElseThrow();
      Stage.eventually("all is sent", () -> parent(collector, call).isPresent());
      Span effect = parent(collector, call).orElseThrow();
      Stage.eventually("all is sent", () -> parent(collector, effect).isPresent());
      Span command = parent(collector, effect).orElseThrow();
      Span transaction = of(collector, "transaction").orElseThrow();

      assertThat(effect.getName()).isEqualTo("effect create-channel");
      assertThat(command.getName()).isEqualTo("command Declaration");
      assertThat(command.getParentSpanId().isEmpty()).isTrue();
      assertThat(transaction.getTraceId()).isEqualTo(command.getTraceId());
      assertThat(call.getTraceId()).isEqualTo(command.getTraceId());
      assertThat(collector.spans().toString()).contains("INC-1/channel").doesNotContain("wombat");
    } finally {
      collector.stop();
    }
  }

  private static Optional<Span> of(Collector collector, String name) {
    return collector.spans().stream().filter(span -> span.getName().endsWith(name)).findFirst();
  }

  private static Optional<Span> parent(Collector collector, Span child) {
    return collector.spans().stream()
        .filter(span -> span.getSpanId().equals(child.getParentSpanId()))
        .findFirst();
  }
}
