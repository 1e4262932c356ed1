package io.evenkeel.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AlertRulesTest {
  private static final Instant DECLARED = Instant.parse("2026-11-22T00:30:00Z");
  private static final Instant FIRED = DECLARED.minusSeconds(1_800);
  private static final Actor EVENKEEL = new Actor.Evenkeel();

  private final Incident incident =
      ((Decision.Accepted)
              Incident.declare(
                  new IncidentNumber(7),
                  new Command.Declare(
                      "API down",
                      null,
                      List.of(),
                      null,
                      null,
                      Visibility.PUBLIC,
                      Mode.LIVE,
                      false,
                      null),
                  EVENKEEL,
                  DECLARED,
                  SeverityScale.STANDARD))
          .next();

  @Test
  void anAlertIsToldWithItsOwnTimeAndUntilWhenItWasQuiet() {
    TimelineEntry told = told(false, FIRED, DECLARED);

    assertThat(told.occurredAt()).isEqualTo(FIRED);
    assertThat(told.text())
        .isEqualTo(
            "Alert fired: ApiDown: API is down"
                + " (kept quiet by a planned maintenance until 2026-11-22 00:30 UTC)");
  }

  @Test
  void nothingIsSaidOfQuietWhereThereWasNone() {
    assertThat(told(false, FIRED, null).text()).isEqualTo("Alert fired: ApiDown: API is down");
    assertThat(told(false, DECLARED, FIRED).text())
        .as("it says itself that it began later")
        .isEqualTo("Alert fired: ApiDown: API is down");
    assertThat(told(true, FIRED, DECLARED).text()).isEqualTo("Alert resolved: ApiDown");
  }

  @Test
  void aLongSummaryHidesNothingOfIt() {
    Evidence.Told one =
        new Evidence.Told(false, "ApiDown", "x".repeat(2_000), FIRED, DECLARED, null);
    assertThat(entries(one).getFirst().text())
        .hasSize(1_000)
        .endsWith("x… (kept quiet by a planned maintenance until 2026-11-22 00:30 UTC)");
  }

  private TimelineEntry told(boolean over, Instant at, @Nullable Instant quietUntil) {
    return entries(new Evidence.Told(over, "ApiDown", "API is down", at, quietUntil, null))
        .getFirst();
  }

  private List<TimelineEntry> entries(Evidence.Told one) {
    return incident
        .decide(new Evidence(List.of(one), 0, 0, null, null, false), EVENKEEL, DECLARED)
        .entries();
  }
}
