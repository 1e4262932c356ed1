package io.evenkeel.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AllowanceTest {
  private static final Instant NOW = Instant.parse("2026-11-21T14:32:00Z");
  private final Allowance allowance = new Allowance(3, 60);

  @Test
  void soManyAtOnceAndThenOneByOne() {
    assertThat(taken("a", NOW, 3)).isZero();
    assertThat(allowance.take("a", NOW)).isEqualTo(Duration.ofSeconds(1));
    assertThat(allowance.take("b", NOW)).as("another has their own").isZero();
    assertThat(allowance.take("a", NOW.plusMillis(400))).isEqualTo(Duration.ofMillis(600));
    assertThat(allowance.take("a", NOW.plusSeconds(1))).isZero();
    assertThat(allowance.take("a", NOW.plusSeconds(1))).isPositive();
    assertThat(taken("a", NOW.plusSeconds(60), 3)).as("never more than at once").isZero();
    assertThat(allowance.take("a", NOW.plusSeconds(60))).isPositive();
  }

  @Test
  void aClockThatIsPutBackGivesNothing() {
    assertThat(taken("a", NOW, 3)).isZero();
    assertThat(allowance.take("a", NOW.minusSeconds(3600))).isPositive();
  }

  @Test
  void whoeverWasNotSeenLongestIsForgottenSoThatMemoryHasAnEnd() {
    assertThat(taken("first", NOW, 3)).isZero();
    for (int i = 0; i < 10_000; i++) {
      allowance.take("address " + i, NOW);
    }
    assertThat(allowance.take("first", NOW)).as("forgotten").isZero();
    assertThat(taken("address 9999", NOW, 2)).isZero();
    assertThat(allowance.take("address 9999", NOW)).as("remembered").isPositive();
  }

  private Duration taken(String who, Instant at, int times) {
    Duration last = Duration.ZERO;
    for (int i = 0; i < times; i++) {
      last = allowance.take(who, at);
    }
    return last;
  }
}
