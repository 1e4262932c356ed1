package io.evenkeel.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.delivery.DeliverySettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class WiringTest {
  /** The promise of a drain, less what HTTP, doubts and answers may take: 5 s each. */
  private static final Duration LEFT_OF_A_STOP = Duration.ofSeconds(25 - 5 - 5);

  @Test
  void whatNoFileSaysIsTheRelaysOwnStandard() {
    assertThat(Wiring.delivery(Installation.STANDARD.delivery()))
        .isEqualTo(DeliverySettings.STANDARD);
  }

  @Test
  void aStopEndsACallUnderWayInTime() {
    var delivery = DeliverySettings.STANDARD;
    assertThat(delivery.closing()).isGreaterThan(delivery.call()).isLessThan(LEFT_OF_A_STOP);
  }
}
