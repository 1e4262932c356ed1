package io.evenkeel.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BurnAlertTest {
  @Test
  void thresholdsOfThirtyDaysAreThoseOfTheBook() {
    assertThat(thresholds(30)).containsExactly("14.4", "6", "3", "1");
  }

  @Test
  void thresholdsFollowTheWindowAsItIs() {
    assertThat(thresholds(28)).containsExactly("13.44", "5.6", "2.8", "0.933");
    assertThat(thresholds(7)).containsExactly("3.36", "1.4", "0.7", "0.233");
  }

  @Test
  void theShortTimeIsATwelfthOfTheLongOne() {
    assertThat(BurnAlert.STANDARD)
        .extracting(BurnAlert::shortTime)
        .containsExactly(
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));
  }

  @Test
  void aTargetTooLowIsNeverMissedSoFast() {
    BurnAlert fastest = BurnAlert.STANDARD.getFirst();

    assertThat(fastest.reachable(Target.percent("90"), Duration.ofDays(30))).isFalse();
    assertThat(fastest.reachable(Target.percent("99"), Duration.ofDays(30))).isTrue();
  }

  private static List<String> thresholds(int days) {
    return BurnAlert.STANDARD.stream()
        .map(alert -> Figures.times(alert.threshold(Duration.ofDays(days))))
        .toList();
  }
}
