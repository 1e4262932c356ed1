package io.evenkeel.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.chaos.schedule.Away;
import io.evenkeel.chaos.schedule.Options;
import io.evenkeel.chaos.schedule.Replicas;
import io.evenkeel.chaos.schedule.Storm;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Rows 15, 23 and 24 at a tenth of all times: short ones here, as long as promised with the tag.
 */
final class ReplicasAndStormsTest {
  private static final Duration NO_MATTER = Duration.ZERO;

  @Test
  void row15WhatSlackMissedGoesOutOnceWithinItsLimits() {
    assertThat(Away.run(new Options(15, 0, 0, 1, 20, 3, Duration.ofSeconds(3), 10), System.out))
        .isTrue();
  }

  @Test
  void row23ThreeReplicasOfWhichOneIsKilledEveryFewSecondsAreAsOne() {
    assertThat(Replicas.run(new Options(23, 0, 0, 3, 20, 8, Duration.ofSeconds(7), 10), System.out))
        .isTrue();
  }

  @Test
  void row24ManyIncidentsAtOnceAppearAtSlacksRateFirstThingsFirst() {
    assertThat(Storm.run(new Options(24, 0, 0, 1, 100, 25, NO_MATTER, 10), System.out)).isTrue();
  }

  @Tag("long")
  @Test
  void row15ForTenMinutesOfSlacksTime() {
    assertThat(Away.run(new Options(15, 0, 0, 1, 20, 10, Duration.ofMinutes(1), 10), System.out))
        .isTrue();
  }

  @Tag("long")
  @Test
  void row24AHundredIncidents() {
    assertThat(Storm.run(new Options(24, 0, 0, 1, 100, 100, NO_MATTER, 10), System.out)).isTrue();
  }
}
