package io.evenkeel.grammar;

import static io.evenkeel.grammar.World.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.evenkeel.grammar.Utterance.Asked;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is Saturday 2026-11-21, 14:32 in UTC. */
final class RotaTest {
  private static final Instant NOW = World.NOW;

  static Stream<Arguments> questions() {
    return Stream.of(
        arguments("oncall", new Asked.OnCall(null, null)),
        arguments("on-call payments", new Asked.OnCall("payments", null)),
        arguments("on call payments", new Asked.OnCall("payments", null)),
        arguments(
            "oncall --at \"tomorrow 09:00\"", new Asked.OnCall(null, at("2026-11-22T09:00:00Z"))),
        arguments(
            "oncall payments --at tomorrow 09:00",
            new Asked.OnCall("payments", at("2026-11-22T09:00:00Z"))),
        arguments(
            "oncall --at mon 9am payments",
            new Asked.OnCall("payments", at("2026-11-23T09:00:00Z"))),
        arguments("oncall --at friday", new Asked.OnCall(null, at("2026-11-27T09:00:00Z"))),
        arguments("oncall --at 09:00", new Asked.OnCall(null, at("2026-11-22T09:00:00Z"))),
        arguments("oncall --at 2h", new Asked.OnCall(null, NOW.plusSeconds(7200))),
        arguments(
            "oncall --at 2026-12-24 18:00", new Asked.OnCall(null, at("2026-12-24T18:00:00Z"))),
        arguments(
            "oncall --at yesterday 18:00", new Asked.OnCall(null, at("2026-11-20T18:00:00Z"))),
        arguments("oncall overrides", new Asked.StandIns(null)),
        arguments("oncall list payments", new Asked.StandIns("payments")));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void whoIsOnCallIsAsked(String typed, Asked asked) {
    assertThat(World.say(typed)).isEqualTo(new Utterance.Question(asked, null));
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        arguments("oncall override @bob 2h", standIn(NOW, 2, null, null)),
        arguments("oncall override <@U2|bob> 2h payments", standIn(NOW, 2, "payments", null)),
        arguments("oncall override @bob payments 2h", standIn(NOW, 2, "payments", null)),
        arguments("oncall override @bob for 2 hours payments", standIn(NOW, 2, "payments", null)),
        arguments(
            "oncall override @bob 1 h 30 min payments secondary",
            new RotaChange.StandIn(BOB, NOW, NOW.plusSeconds(5400), "payments", "secondary")),
        arguments(
            "oncall cover @bob 2h payments --layer secondary",
            standIn(NOW, 2, "payments", "secondary")),
        arguments(
            "oncall override @bob until 18:00 payments",
            new RotaChange.StandIn(BOB, NOW, at("2026-11-21T18:00:00Z"), "payments", null)),
        arguments(
            "oncall override @bob until mon 09:00",
            new RotaChange.StandIn(BOB, NOW, at("2026-11-23T09:00:00Z"), null, null)),
        arguments(
            "oncall override @bob 2h --from tomorrow 18:00",
            standIn(at("2026-11-22T18:00:00Z"), 2, null, null)),
        arguments(
            "oncall override --user bob 2h --from \"fri 18:00\"",
            standIn(at("2026-11-27T18:00:00Z"), 2, null, null)),
        arguments(
            "oncall override @bob --from fri 18:00 --until 20:00",
            standIn(at("2026-11-27T18:00:00Z"), 2, null, null)),
        arguments("oncall withdraw 3", new RotaChange.Withdraw(3)),
        arguments("oncall cancel override #3", new RotaChange.Withdraw(3)),
        arguments("oncall withdraw swap 4", new RotaChange.WithdrawSwap(4)),
        arguments("oncall accept 4", new RotaChange.AnswerSwap(4, true)),
        arguments("oncall decline swap 4", new RotaChange.AnswerSwap(4, false)),
        arguments("oncall swap @bob", new RotaChange.Swap(BOB, null, null, null)),
        arguments(
            "oncall swap with @bob payments --from mon 09:00",
            new RotaChange.Swap(BOB, at("2026-11-23T09:00:00Z"), "payments", null)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void whoIsOnCallIsChanged(String typed, RotaChange change) {
    assertThat(World.say(typed)).isEqualTo(new Utterance.Rota(change));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aButtonThatSaysItAgainMeansTheSame(String typed, RotaChange change) {
    String schedule =
        switch (change) {
          case RotaChange.StandIn one -> one.schedule();
          case RotaChange.Swap one -> one.schedule();
          case RotaChange.Withdraw _, RotaChange.AnswerSwap _, RotaChange.WithdrawSwap _ -> null;
        };
    assertThat(World.say(change.typed(schedule))).isEqualTo(new Utterance.Rota(change));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oncall override",
        "oncall override @bob",
        "oncall override @bob soon",
        "oncall override @nobody-here 2h",
        "oncall override <!subteam^S1|@team> 2h",
        "oncall override @bob 2h payments secondary more",
        "oncall withdraw",
        "oncall accept all",
        "oncall swap",
        "oncall payments and more",
        "oncall --at whenever",
        "oncall payments --from 2h",
        "oncall accept 3 --at 2h"
      })
  void whatCannotBeMeantIsSaidWithWhatToType(String typed) {
    assertThat(World.say(typed)).isInstanceOf(Utterance.Misunderstood.class);
    assertThat(World.words(typed)).startsWith("Nothing was recorded: ");
  }

  private static RotaChange standIn(
      Instant from, int hours, @Nullable String schedule, @Nullable String layer) {
    return new RotaChange.StandIn(BOB, from, from.plusSeconds(hours * 3600L), schedule, layer);
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
