package io.evenkeel.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.evenkeel.incident.IncidentNumber;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrillSentenceTest {

  static Stream<Arguments> orders() {
    return Stream.of(
        arguments("drill", new DrillOrder.Status()),
        arguments("drill list", new DrillOrder.ListAll()),
        arguments("drill run database-failover", new DrillOrder.Run("database-failover")),
        arguments("drill run Database failover", new DrillOrder.Run("Database failover")),
        arguments("drill next", new DrillOrder.Next(null)),
        arguments("drill done 3", new DrillOrder.Next(3)),
        arguments("drill abort customers notice", new DrillOrder.Abort("customers notice")),
        arguments("drill abort --reason \"too slow\"", new DrillOrder.Abort("too slow")),
        arguments("drill status", new DrillOrder.Status()),
        arguments("drill report", new DrillOrder.ShowReport()),
        arguments("drill replay INC-12", new DrillOrder.Replay(new IncidentNumber(12), 10)),
        arguments(
            "drill replay 12 --speed 30x", new DrillOrder.Replay(new IncidentNumber(12), 30)));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void anOrderIsUnderstood(String text, DrillOrder order) {
    assertThat(World.say(text)).isInstanceOf(Utterance.Drilling.class);
    assertThat(((Utterance.Drilling) World.say(text)).order()).isEqualTo(order);
  }

  @Test
  void aDrillIsNamedByItsIncident() {
    assertThat(((Utterance.Drilling) World.say("drill report INC-9")).target())
        .isEqualTo(new IncidentNumber(9));
    assertThat(((Utterance.Drilling) World.say("drill next 2 --incident-id INC-9")).target())
        .isEqualTo(new IncidentNumber(9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drill run",
        "drill abort",
        "drill replay",
        "drill replay INC-12 --speed fast",
        "drill replay INC-12 --speed 0",
        "drill jump",
        "drill next two",
        "drill report today"
      })
  void whatIsMissingOrWrongIsSaid(String text) {
    assertThat(World.say(text)).isInstanceOf(Utterance.Misunderstood.class);
  }
}
