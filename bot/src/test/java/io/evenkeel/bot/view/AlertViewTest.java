package io.evenkeel.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.AlertGroup;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AlertViewTest {
  private static final Instant FIRED = Instant.parse("2026-11-21T14:42:00Z");
  private static final Instant OVER = Instant.parse("2026-11-21T17:00:00Z");

  private final AlertGroup group =
      new AlertGroup(
          2,
          "key",
          "alertmanager",
          "db is down",
          "db",
          null,
          null,
          AlertGroup.State.PROPOSED,
          null,
          OVER,
          OVER,
          null,
          null);

  @Test
  void theCardSaysWhenItFiredAndUntilWhenAMaintenanceKeptItQuiet() {
    assertThat(card(new AlertGroup.Tally(1, 0, FIRED, OVER)))
        .containsSubsequence(
            "since ",
            "14:42 UTC",
            ", kept quiet for a maintenance until ",
            "17:00 UTC",
            "It fires.");
    assertThat(card(new AlertGroup.Tally(1, 0, FIRED))).contains("14:42").doesNotContain("quiet");
  }

  private String card(AlertGroup.Tally tally) {
    return AlertView.card(group, tally, null, List.of(), null).text();
  }
}
