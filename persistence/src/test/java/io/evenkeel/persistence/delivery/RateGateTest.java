package io.evenkeel.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.persistence.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RateGateTest {
  private static final Slot POSTS = new Slot("chat.postMessage/C1", Duration.ofSeconds(10), 3);
  private static final Slot OTHER = new Slot("chat.postMessage/C2", Duration.ofSeconds(10), 3);
  private static final Slot METHOD = new Slot("pins.add", Duration.ofSeconds(10), 1);

  private final TestDatabase test = TestDatabase.fresh();

  @AfterEach
  void close() {
    test.close();
  }

  private Duration take(Slot... slots) {
    return test.database().query(tx -> new RateGate(tx).take(List.of(slots)));
  }

  @Test
  void aBurstPassesAndThenCallsWaitForTheirTurn() {
    assertThat(take(POSTS)).isZero();
    assertThat(take(POSTS)).isZero();
    assertThat(take(POSTS)).isZero();
    assertThat(take(POSTS)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  @Test
  void oneChannelHoldsUpNoOther() {
    for (int i = 0; i < 4; i++) {
      take(POSTS);
    }
    assertThat(take(OTHER)).isZero();
  }

  @Test
  void allSlotsAreTakenOrNone() {
    assertThat(take(METHOD)).isZero();
    assertThat(take(METHOD, OTHER)).isPositive();

    for (int i = 0; i < 3; i++) {
      assertThat(take(OTHER)).as("none was used up").isZero();
    }
  }

  @Test
  void nothingPassesBeforeRetryAfter() {
    test.database()
        .query(tx -> {
          new RateGate(tx).hold(POSTS, Duration.ofMinutes(2));
          return true;
        });
    assertThat(take(POSTS)).isBetween(Duration.ofSeconds(110), Duration.ofMinutes(2));
  }
}
