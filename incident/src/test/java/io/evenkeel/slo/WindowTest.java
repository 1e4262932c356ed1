package io.evenkeel.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WindowTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "WEEK, 2026-11-16T00:00:00Z, 2026-11-23T00:00:00Z",
    "MONTH, 2026-11-01T00:00:00Z, 2026-12-01T00:00:00Z",
    "QUARTER, 2026-10-01T00:00:00Z, 2027-01-01T00:00:00Z",
    "YEAR, 2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z"
  })
  void aPartOfTheCalendarReachesFromMidnightToMidnight(
      Window.Part part, Instant start, Instant end) {
    var window = new Window.Calendar(part, ZoneOffset.UTC);

    assertThat(window.at(Instant.parse("2026-11-21T17:55:00Z")))
        .isEqualTo(new Window.Span(start, end));
    assertThat(window.at(start)).as("its first moment").isEqualTo(new Window.Span(start, end));
  }

  @Test
  void aMonthInWhichClocksChangeIsAnHourShorter() {
    var month = new Window.Calendar(Window.Part.MONTH, BERLIN);

    assertThat(month.length(Instant.parse("2026-03-10T12:00:00Z")))
        .isEqualTo(Duration.ofDays(31).minusHours(1));
    assertThat(month.length(Instant.parse("2028-02-29T12:00:00Z"))).isEqualTo(Duration.ofDays(29));
  }

  @Test
  void aRollingWindowEndsNow() {
    Instant now = Instant.parse("2026-11-21T17:55:00Z");

    assertThat(new Window.Rolling(28).at(now))
        .isEqualTo(new Window.Span(Instant.parse("2026-10-24T17:55:00Z"), now));
  }

  @Test
  void whatTwoSpansShareIsNeverNegative() {
    Instant now = Instant.parse("2026-11-21T12:00:00Z");
    var hour = new Window.Span(now, now.plusSeconds(3600));

    assertThat(hour.shared(new Window.Span(now.minusSeconds(60), now.plusSeconds(60))))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(hour.shared(new Window.Span(now.minusSeconds(60), now))).isEqualTo(Duration.ZERO);
  }
}
