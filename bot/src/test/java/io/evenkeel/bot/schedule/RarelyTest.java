package io.evenkeel.bot.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RarelyTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final Rarely rarely = new Rarely(Duration.ofMinutes(1));

  @Test
  void itIsDueUntilItIsDoneAndAgainAfterAWhile() {
    assertThat(rarely.due(NOON)).isTrue();
    assertThat(rarely.due(NOON)).as("it was not done").isTrue();
    rarely.done(NOON);
    assertThat(rarely.due(NOON)).isFalse();
    assertThat(rarely.due(NOON.plusSeconds(59))).isFalse();
    assertThat(rarely.due(NOON.plusSeconds(60))).isTrue();
  }

  @Test
  void aClockThatIsSetBackHoldsNothingUp() {
    rarely.done(NOON.plus(Duration.ofDays(365)));
    assertThat(rarely.due(NOON)).isTrue();
  }
}
