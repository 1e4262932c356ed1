package io.evenkeel.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.grammar.Utterance.Asked.Services.Aspect;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.StepOrder;
import io.evenkeel.service.Catalogue;
import io.evenkeel.service.Service;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServiceAndRunbookTest {
  private static final IncidentNumber INC_12 = new IncidentNumber(12);

  static Stream<Arguments> asked() {
    return Stream.of(
        arguments("service", new Asked.Services(Aspect.LIST, "")),
        arguments("services", new Asked.Services(Aspect.LIST, "")),
        arguments("service list", new Asked.Services(Aspect.LIST, "list")),
        arguments("service readiness", new Asked.Services(Aspect.READINESS, "readiness")),
        arguments("service payment api", new Asked.Services(Aspect.ONE, "payment api")),
        arguments("service --service \"list\"", new Asked.Services(Aspect.ONE, "list")),
        arguments("runbook", new Asked.Guide(null, null)),
        arguments("runbook api-down --page 2", new Asked.Guide("api-down", 2)),
        arguments("runbook API is down", new Asked.Guide("API is down", null)),
        arguments("playbook \"list\"", new Asked.Guide("list", null)),
        arguments("runbooks", new Asked.Guide(null, null)),
        arguments("runbook list", new Asked.Guides()));
  }

  @ParameterizedTest
  @MethodSource("asked")
  void aServiceOrARunbookIsAskedFor(String typed, Asked asked) {
    assertThat(World.say(typed)).isEqualTo(new Utterance.Question(asked, null));
  }

  static Stream<Arguments> steps() {
    return Stream.of(
        arguments("runbook tick 3", new StepOrder(null, 3, true, null), null),
        arguments("runbook done #3 api-down", new StepOrder("api-down", 3, true, null), null),
        arguments(
            "runbook untick 2 \"api-down\" --read 0a1b2c3d --incident-id INC-12",
            new StepOrder("api-down", 2, false, "0a1b2c3d"),
            INC_12),
        arguments("INC-12 runbook tick 1", new StepOrder(null, 1, true, null), INC_12));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aStepIsTickedOrTakenBack(String typed, StepOrder order, @Nullable IncidentNumber target) {
    assertThat(World.order(typed).command()).isEqualTo(new Command.Follow(order));
    assertThat(World.order(typed).target()).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"runbook tick", "runbook tick three", "runbook untick", "service api --page 2"})
  void whatCannotBeMeantIsSaid(String typed) {
    assertThat(World.say(typed)).isInstanceOf(Utterance.Misunderstood.class);
  }

  @Test
  void aMisspeltServiceIsMetWithTheNearest() {
    var service =
        new Service(
            "payments",
            1,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            Set.of("checkout"));
    var catalogue = new Catalogue(List.of(service));

    assertThat(WhichService.of(catalogue, "Checkout", name -> name))
        .isEqualTo(new WhichService.Found(service));
    assertThat(WhichService.of(catalogue, "chekout", name -> "service " + name))
        .isInstanceOfSatisfying(
            WhichService.Unclear.class,
            unclear -> {
              Answer answer = unclear.answer();
              assertThat(answer.offers())
                  .containsExactly(Offer.plain("payments", "service payments"));
            });
  }
}
