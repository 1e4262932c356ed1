package io.evenkeel.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuietTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Quiet NIGHT = new Quiet(LocalTime.of(22, 0), LocalTime.of(8, 0), BERLIN);

  @Test
  void aNightEndsInTheMorning() {
    assertThat(NIGHT.until(Instant.parse("2026-11-20T21:30:00Z")))
        .contains(Instant.parse("2026-11-21T07:00:00Z"));
    assertThat(NIGHT.until(Instant.parse("2026-11-21T06:59:00Z")))
        .contains(Instant.parse("2026-11-21T07:00:00Z"));
    assertThat(NIGHT.until(Instant.parse("2026-11-21T07:00:00Z"))).isEmpty();
    assertThat(NIGHT.until(Instant.parse("2026-11-21T20:59:00Z"))).isEmpty();
  }

  @Test
  void theClockThatMovesInTheNightMovesTheMorning() {
    assertThat(NIGHT.until(Instant.parse("2026-03-28T22:00:00Z")))
        .contains(Instant.parse("2026-03-29T06:00:00Z"));
    assertThat(NIGHT.until(Instant.parse("2026-10-24T22:00:00Z")))
        .contains(Instant.parse("2026-10-25T07:00:00Z"));
  }

  @Test
  void noonMayBeQuiet() {
    var noon = new Quiet(LocalTime.of(12, 0), LocalTime.of(13, 0), BERLIN);
    assertThat(noon.until(Instant.parse("2026-11-20T11:30:00Z")))
        .contains(Instant.parse("2026-11-20T12:00:00Z"));
    assertThat(noon.until(Instant.parse("2026-11-20T10:59:00Z"))).isEmpty();
  }

  @Test
  void actionItemsAreToldOnTheirDayAndOnMondays() {
    Instant friday = Instant.parse("2026-11-20T09:00:00Z");
    Instant monday = Instant.parse("2026-11-23T08:00:00Z");
    var due = List.of(LocalDate.of(2026, 11, 20));
    assertThat(Digest.due(due, BERLIN, Instant.EPOCH, friday))
        .contains(Instant.parse("2026-11-20T08:00:00Z"));
    assertThat(Digest.due(due, BERLIN, Instant.EPOCH, Instant.parse("2026-11-20T07:59:00Z")))
        .isEmpty();
    assertThat(Digest.due(due, BERLIN, Instant.parse("2026-11-20T08:00:00Z"), friday)).isEmpty();
    assertThat(Digest.due(due, BERLIN, Instant.EPOCH, Instant.parse("2026-11-21T12:00:00Z")))
        .as("a Saturday")
        .isEmpty();
    assertThat(Digest.due(due, BERLIN, Instant.EPOCH, monday)).contains(monday);
    assertThat(Digest.due(due, BERLIN, Instant.EPOCH, Instant.parse("2026-11-24T12:00:00Z")))
        .as("a Tuesday on which nothing falls due")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T12:00:00Z, 2026-11-21",
    "2026-11-22T09:59:00Z, 2026-11-21",
    "2026-11-22T10:00:00Z, 1970-01-01", // Monday begins at UTC+14
    "2026-11-24T11:59:00Z, 1970-01-01", // and ends at UTC-12
    "2026-11-24T12:00:00Z, 2026-11-24",
  })
  void whatIsOverdueCountsWhereItIsMonday(Instant now, LocalDate first) {
    assertThat(Digest.firstDay(now)).isEqualTo(first);
    assertThat(Digest.lastDay(now)).isAfterOrEqualTo(first);
  }
}
