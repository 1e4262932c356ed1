package io.evenkeel.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.evenkeel.grammar.Utterance.Asked;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is Saturday 2026-11-21, 14:32 in UTC. */
final class UpkeepTest {
  private static final Instant NOW = World.NOW;

  static Stream<Arguments> changes() {
    return Stream.of(
        arguments(
            "maintenance api 2026-11-22 22:00 for 2h upgrade postgres",
            plan("2026-11-22T22:00:00Z", 120, "upgrade postgres")),
        arguments(
            "maintenance plan api tomorrow 22:00 2h upgrade postgres",
            plan("2026-11-22T22:00:00Z", 120, "upgrade postgres")),
        arguments(
            "maintenance api from tomorrow 22:00 until 23:30",
            plan("2026-11-22T22:00:00Z", 90, "")),
        arguments(
            "maintenance api 22:00 - 23:00 new disks",
            plan("2026-11-21T22:00:00Z", 60, "new disks")),
        arguments("maintenance api for 45m", plan(NOW.toString(), 45, "")),
        arguments(
            "maintenance api 1 h 30 min move to region B",
            plan(NOW.toString(), 90, "move to region B")),
        arguments(
            "maintenance api yesterday 20:00 for 1h it was us",
            plan("2026-11-20T20:00:00Z", 60, "it was us")),
        arguments(
            "maintenance --service api --from 2026-11-22T22:00Z --for 2h --reason upgrade",
            plan("2026-11-22T22:00:00Z", 120, "upgrade")),
        arguments(
            "maintenance cancel for 2h", new Upkeep.Plan("cancel", NOW, NOW.plusSeconds(7200), "")),
        arguments("maintenance cancel 3", new Upkeep.Cancel(3)),
        arguments("maintenance end #3", new Upkeep.End(3)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void whenAServiceIsWorkedOnIsSaid(String typed, Upkeep change) {
    assertThat(World.say(typed)).isEqualTo(new Utterance.Upkept(change));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aButtonThatSaysItAgainMeansTheSame(String typed, Upkeep change) {
    assertThat(World.say(change.typed())).isEqualTo(new Utterance.Upkept(change));
  }

  @ParameterizedTest
  @ValueSource(strings = {"maintenance", "maintenance list", "maintenance ls"})
  void whatIsPlannedIsAsked(String typed) {
    assertThat(World.say(typed)).isEqualTo(new Utterance.Question(new Asked.Maintenances(), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maintenance api",
        "maintenance api soon",
        "maintenance api tomorrow 22:00",
        "maintenance cancel",
        "maintenance end all",
        "maintenance api --from whenever --until 22:00",
        "maintenance --from 22:00 --for 2h"
      })
  void whatCannotBeMeantIsSaidWithWhatToType(String typed) {
    assertThat(World.say(typed)).isInstanceOf(Utterance.Misunderstood.class);
    assertThat(World.words(typed)).startsWith("Nothing was recorded: ");
  }

  private static Upkeep plan(String from, int minutes, String reason) {
    Instant begin = Instant.parse(from);
    return new Upkeep.Plan("api", begin, begin.plusSeconds(60L * minutes), reason);
  }
}
