package io.evenkeel.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  /** It is 14:32 in UTC and 15:32 in Berlin. */
  @ParameterizedTest
  @CsvSource({
    "14:30, UTC, 2026-11-21T14:30:00Z",
    "14:30, Europe/Berlin, 2026-11-21T13:30:00Z",
    "14:30, America/New_York, 2026-11-20T19:30:00Z",
    "14:33, UTC, 2026-11-20T14:33:00Z",
    "14:32, UTC, 2026-11-21T14:32:00Z",
    "9:05, UTC, 2026-11-21T09:05:00Z",
    "14.30, UTC, 2026-11-21T14:30:00Z",
    "14:30:15, UTC, 2026-11-21T14:30:15Z",
    "2:30pm, UTC, 2026-11-21T14:30:00Z",
    "2 PM, UTC, 2026-11-21T14:00:00Z",
    "12:15 am, UTC, 2026-11-21T00:15:00Z",
    "14:30 UTC, Europe/Berlin, 2026-11-21T14:30:00Z",
    "14:30Z, Europe/Berlin, 2026-11-21T14:30:00Z",
    "14:30 +02:00, UTC, 2026-11-21T12:30:00Z",
    "14:30 europe/berlin, UTC, 2026-11-21T13:30:00Z",
    "at 14:30, UTC, 2026-11-21T14:30:00Z",
    "since 14:30, UTC, 2026-11-21T14:30:00Z",
    "20m, UTC, 2026-11-21T14:12:00Z",
    "20 min ago, UTC, 2026-11-21T14:12:00Z",
    "20 Minutes, UTC, 2026-11-21T14:12:00Z",
    "1h05m, UTC, 2026-11-21T13:27:00Z",
    "1h 5m ago, UTC, 2026-11-21T13:27:00Z",
    "2 hours, UTC, 2026-11-21T12:32:00Z",
    "an hour ago, UTC, 2026-11-21T13:32:00Z",
    "90s, UTC, 2026-11-21T14:30:30Z",
    "2d, UTC, 2026-11-19T14:32:00Z",
    "now, UTC, 2026-11-21T14:32:00Z",
    "yesterday 23:40, UTC, 2026-11-20T23:40:00Z",
    "yesterday at 23:40, Europe/Berlin, 2026-11-20T22:40:00Z",
    "23:40 yesterday, UTC, 2026-11-20T23:40:00Z",
    "today 09:00, UTC, 2026-11-21T09:00:00Z",
    "2026-11-20 23:40, UTC, 2026-11-20T23:40:00Z",
    "2026-11-20 23:40, Europe/Berlin, 2026-11-20T22:40:00Z",
    "2026-11-20T23:40, UTC, 2026-11-20T23:40:00Z",
    "2026-11-20 23:40 UTC, Europe/Berlin, 2026-11-20T23:40:00Z",
    "2026-11-20T23:40:01.123456Z, Europe/Berlin, 2026-11-20T23:40:01.123456Z",
    "2026-11-20T23:40:01.123456789Z, UTC, 2026-11-20T23:40:01.123456Z",
    "2026-11-20T23:40+01:00, UTC, 2026-11-20T22:40:00Z"
  })
  void pastMoment(String typed, String zone, Instant at) {
    assertThat(Times.past(typed, World.alice(World.NOW, zone))).contains(at);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "25:00",
        "14:60",
        "13pm",
        "0pm",
        "14:30 CETX",
        "14:30 Mars/Base",
        "20",
        "m",
        "20x",
        "20m 5",
        "2026-02-30 10:00",
        "2026-11-20",
        "yesterday",
        "99999999d",
        "1970-01-01 00:00",
        "9999-01-01T00:00Z",
        "yesterday 23:40 today",
        "-20m",
        "14:30 +99:99"
      })
  void notATime(String typed) {
    assertThat(Times.past(typed, World.alice())).isEmpty();
  }

  /** On 25 October 2026 the clocks of Berlin go from 03:00 back to 02:00. */
  @Test
  void anHourThatComesTwiceMeansItsLatestPast() {
    var second = World.alice(Instant.parse("2026-10-25T01:45:00Z"), "Europe/Berlin");
    var first = World.alice(Instant.parse("2026-10-25T00:45:00Z"), "Europe/Berlin");

    assertThat(Times.past("02:30", second)).contains(Instant.parse("2026-10-25T01:30:00Z"));
    assertThat(Times.past("02:50", second)).contains(Instant.parse("2026-10-25T00:50:00Z"));
    assertThat(Times.past("02:30", first)).contains(Instant.parse("2026-10-25T00:30:00Z"));
  }

  /** On 28 March 2027 the clocks of Berlin go from 02:00 on to 03:00. */
  @Test
  void anHourThatIsSkippedMeansTheDayBefore() {
    var speaker = World.alice(Instant.parse("2027-03-28T01:15:00Z"), "Europe/Berlin");

    assertThat(Times.past("02:30", speaker)).contains(Instant.parse("2027-03-27T01:30:00Z"));
    assertThat(Times.past("2027-03-28 02:30", speaker)).isEmpty();
    assertThat(Times.past("01:59", speaker)).contains(Instant.parse("2027-03-28T00:59:00Z"));
  }

  @Test
  void aDateInTheFutureIsLeftToTheRulesToRefuse() {
    assertThat(Times.past("2026-11-22 10:00", World.alice()))
        .contains(Instant.parse("2026-11-22T10:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "30m, PT30M",
    "30 min, PT30M",
    "in 1h30m, PT1H30M",
    "15:00, PT28M",
    "14:00, PT23H28M",
    "31d, PT744H"
  })
  void promise(String typed, Duration length) {
    assertThat(Times.ahead(typed, World.alice())).contains(length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0m", "32d", "later", "", "-5m", "yesterday 10:00"})
  void noPromise(String typed) {
    assertThat(Times.ahead(typed, World.alice())).isEmpty();
  }
}
