package io.evenkeel.persistence.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Milestone;
import io.evenkeel.persistence.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StandingsTest {
  private static final Instant SINCE = Instant.parse("2026-10-22T00:00:00Z");

  private final TestDatabase test = TestDatabase.fresh();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void incidentsAreCountedBySeverityAndStatus() {
    incident(1, "SEV-1", "investigating", "live", "public", "2026-11-20");
    incident(2, "SEV-1", "investigating", "live", "public", "2020-01-01");
    incident(3, "SEV-2", "closed", "live", "public", "2026-11-20");

    assertThat(read().counts())
        .containsExactlyInAnyOrder(
            new Standings.Count("SEV-1", "investigating", 2),
            new Standings.Count("SEV-2", "closed", 1));
  }

  @Test
  void privateIncidentsDrillsAndBackfillsAreInNoFigure() {
    incident(1, "SEV-1", "resolved", "live", "private", "2026-11-20");
    incident(2, "SEV-1", "resolved", "drill", "public", "2026-11-20");
    incident(3, "SEV-1", "resolved", "backfill", "public", "2026-11-20");
    for (int number = 1; number <= 3; number++) {
      reached(number, "detected", "10:00");
      reached(number, "resolved", "10:30");
    }

    assertThat(read()).isEqualTo(new Standings(List.of(), List.of()));
  }

  @Test
  void howLongIncidentsTookIsToldFromDetectedOfThoseWhereBothAreKnown() {
    for (int number = 1; number <= 4; number++) {
      incident(number, "SEV-1", "resolved", "live", "public", "2026-11-20");
      reached(number, "detected", "10:00");
      reached(number, "resolved", "10:%d0".formatted(number));
    }
    incident(5, "SEV-1", "resolved", "live", "public", "2026-11-20");
    reached(5, "resolved", "10:59");
    incident(6, "SEV-1", "cancelled", "live", "public", "2026-11-20");
    reached(6, "detected", "10:00");
    reached(6, "resolved", "10:59");
    incident(7, "SEV-1", "resolved", "live", "public", "2026-10-01");
    reached(7, "detected", "10:00");
    reached(7, "resolved", "10:59");

    assertThat(read().spans())
        .containsExactly(new Standings.Span(Milestone.RESOLVED, "SEV-1", 4, 6000, 1500, 2220));
  }

  private Standings read() {
    return test.database().query(tx -> Standings.read(tx, SINCE));
  }

  private void incident(
      int number, String severity, String status, String mode, String visibility, String day) {
    test.asSuperuser(
        ("insert into incident (number, title, severity, status, mode, visibility, declared_by,"
                + " declared_by_name, recorded_at) values (%d, 'api', '%s', '%s', '%s', '%s', 'U1',"
                + " 'alice', '%s 10:00Z')")
            .formatted(number, severity, status, mode, visibility, day));
  }

  private void reached(int number, String milestone, String time) {
    test.asSuperuser(
        "insert into incident_milestone (incident, milestone, at) values (%d, '%s', '2026-11-20 %sZ')"
            .formatted(number, milestone, time));
  }
}
