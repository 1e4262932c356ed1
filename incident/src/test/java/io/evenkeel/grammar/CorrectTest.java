package io.evenkeel.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.evenkeel.incident.Command;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is Saturday 14:32 in UTC. */
final class CorrectTest {
  private static final Instant T1402 = Instant.parse("2026-11-21T14:02:00Z");
  private static final Instant YESTERDAY = Instant.parse("2026-11-20T23:40:00Z");
  private static final String GRAPH = "https://grafana.example.org/d/api?a=1";

  static Stream<Arguments> understood() {
    return Stream.of(
        arguments("correct 12 --at 14:02", new Command.Correct(12, null, T1402, null)),
        arguments("correct #12 --at 30 min ago", new Command.Correct(12, null, T1402, null)),
        arguments(
            "correct 12 --at \"yesterday 23:40\" --reason the clock was off",
            new Command.Correct(12, null, YESTERDAY, "the clock was off")),
        arguments(
            "correct 12 --at yesterday 23:40 restarted the primary",
            new Command.Correct(12, "restarted the primary", YESTERDAY, null)),
        arguments("amend 12: it's up", new Command.Correct(12, "it's up", null, null)),
        arguments("withdraw 12 wrong incident", new Command.Withdraw(12, "wrong incident")),
        arguments("retract 12 --reason wrong", new Command.Withdraw(12, "wrong")),
        arguments("update --edit it's back", new Command.EditUpdate("it's back")),
        arguments("update it's back --edit", new Command.EditUpdate("it's back")),
        arguments(
            "note pool is full --link " + GRAPH, new Command.Note("pool is full", null, GRAPH)),
        arguments(
            "note pool is full --at 14:02 --evidence <" + GRAPH + "|grafana>",
            new Command.Note("pool is full", T1402, GRAPH)));
  }

  @ParameterizedTest
  @MethodSource("understood")
  void oneLineIsEnough(String typed, Command.OnIncident command) {
    assertThat(World.say(typed))
        .isInstanceOfSatisfying(
            Utterance.Order.class, order -> assertThat(order.command()).isEqualTo(command));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct",
        "correct the last one",
        "correct 12 --at never",
        "withdraw 12",
        "withdraw nonsense",
        "update --edit x --status monitoring",
        "note pool is full --link nonsense"
      })
  void whatIsMissingIsSaid(String typed) {
    assertThat(World.say(typed)).isInstanceOf(Utterance.Misunderstood.class);
  }

  @Test
  void anEntryAloneOpensItsForm() {
    assertThat(World.say("correct 12"))
        .isInstanceOfSatisfying(
            Utterance.Amend.class, amend -> assertThat(amend.entry()).isEqualTo(12));
    assertThat(World.say("update --edit"))
        .isInstanceOfSatisfying(Utterance.Amend.class, amend -> assertThat(amend.entry()).isZero());
  }
}
