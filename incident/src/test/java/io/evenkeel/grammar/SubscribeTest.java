package io.evenkeel.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.Topic;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SubscribeTest {
  private static final Topic INC_42 = new Topic.OfIncident(new IncidentNumber(42));
  private static final Topic SEV_1 = new Topic.OfSeverity(new Severity("SEV-1"));
  private static final Topic API = new Topic.OfService("api");

  static Stream<Arguments> understood() {
    return Stream.of(
        arguments("subscribe INC-42", true, INC_42, false),
        arguments("follow inc-42", true, INC_42, false),
        arguments("INC-42 subscribe", true, INC_42, false),
        arguments("subscribe --incident-id 42", true, INC_42, false),
        arguments("unsubscribe #INC-42", false, INC_42, false),
        arguments("subscribe SEV-1", true, SEV_1, false),
        arguments("subscribe sev 1", true, SEV_1, false),
        arguments("subscribe critical", true, SEV_1, false),
        arguments("unsubscribe --severity \"SEV-1\"", false, SEV_1, false),
        arguments("subscribe API", true, API, false),
        arguments("unsubscribe --service \"api\"", false, API, false),
        arguments("subscribe payment api", true, new Topic.OfService("payment api"), false),
        arguments("subscribe", true, null, false),
        arguments("unsubscribe", false, null, false),
        arguments("subscribe list", true, null, true));
  }

  @ParameterizedTest
  @MethodSource("understood")
  void oneIncidentASeverityOrAService(
      String typed, boolean on, @Nullable Topic topic, boolean list) {
    assertThat(World.say(typed)).isEqualTo(new Utterance.Subscription(on, topic, list));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subscribe SEV-9",
        "subscribe INC-42 SEV-1",
        "subscribe INC-42 --severity SEV-1",
        "subscribe --severity SEV-1 --service api",
        "subscribe --service api --service db",
        "subscribe --severity nonsense"
      })
  void whatCannotBeMeantIsSaid(String typed) {
    assertThat(World.say(typed)).isInstanceOf(Utterance.Misunderstood.class);
  }

  @ParameterizedTest
  @MethodSource("understood")
  void whatAButtonSaysIsReadBack(String typed, boolean on, @Nullable Topic topic, boolean list) {
    if (topic != null) {
      assertThat(World.say("unsubscribe " + topic.typed()))
          .as(typed + list)
          .isEqualTo(new Utterance.Subscription(false, topic, false));
    }
  }
}
