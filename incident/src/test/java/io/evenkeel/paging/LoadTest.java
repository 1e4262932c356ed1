package io.evenkeel.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LoadTest {
  @Test
  void aPageThatComesAgainOrGoesUpAndComesBackCountsOnce() {
    assertThat(
            Load.of(
                List.of(
                    page("INC-1", "2026-03-10T12:00:00Z"),
                    page("INC-1", "2026-03-10T12:10:00Z"),
                    page("INC-1", "2026-03-10T13:05:00Z")),
                ZoneOffset.UTC))
        .isEqualTo(new Load(1, 0, 0));
  }

  @Test
  void anotherIncidentAndTheSameAfterAnHourOfQuietCountAgain() {
    assertThat(
            Load.of(
                    List.of(
                        page("INC-1", "2026-03-10T12:00:00Z"),
                        page("INC-2", "2026-03-10T12:10:00Z"),
                        page("INC-1", "2026-03-10T13:00:00Z")),
                    ZoneOffset.UTC)
                .pages())
        .isEqualTo(3);
  }

  @Test
  void nightIsTenInTheEveningToEightInTheMorningOfTheirOwnTime() {
    var pages =
        List.of(
            page("INC-1", "2026-03-10T21:00:00Z"),
            page("INC-2", "2026-03-10T21:40:00Z"),
            page("INC-3", "2026-03-11T06:59:59Z"),
            page("INC-4", "2026-03-11T07:00:00Z"));

    assertThat(Load.of(pages, ZoneId.of("Europe/Berlin"))).isEqualTo(new Load(4, 3, 2));
    assertThat(Load.of(pages, ZoneOffset.UTC)).isEqualTo(new Load(4, 2, 2));
  }

  @Test
  void theFifthIsMany() {
    var five = IntStream.range(0, 5).mapToObj(n -> page("INC-" + n, "2026-03-10T12:00:00Z"));

    assertThat(Load.of(five.toList(), ZoneOffset.UTC).many()).isTrue();
    assertThat(Load.of(List.of(), ZoneOffset.UTC).many()).isFalse();
  }

  private static Interruption page(String about, String at) {
    return new Interruption(about, Instant.parse(at));
  }
}
