package io.evenkeel.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.slo.Window.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MaintainedTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Person ALICE = new Person(new PersonId("U1"), "alice");

  @Test
  void whatLayAheadCountsFromItsBeginningToItsEnd() {
    Maintained planned = window(60, 120, 0, null);

    assertThat(planned.counted()).contains(new Span(at(60), at(120)));
    assertThat(planned.afterTheFact()).isFalse();
    assertThat(planned.quiets(at(59))).isFalse();
    assertThat(planned.quiets(at(60))).isTrue();
    assertThat(planned.quiets(at(120))).as("its end is the first moment after it").isFalse();
  }

  @Test
  void whatWasOverWhenItWasPlannedExcusesNothing() {
    Maintained late = window(-60, 60, 0, null);
    Maintained after = window(-120, -60, 0, null);

    assertThat(late.counted()).as("from when it was planned").contains(new Span(at(0), at(60)));
    assertThat(late.plannedLate()).isTrue();
    assertThat(after.afterTheFact()).isTrue();
    assertThat(after.counted()).isEmpty();
    assertThat(after.quiets(at(-90))).isFalse();
  }

  @Test
  void oneThatIsEndedEarlyCountsUpToThen() {
    assertThat(window(60, 120, 0, 90).counted()).contains(new Span(at(60), at(90)));
    assertThat(window(60, 120, 0, 30).counted()).as("before it began").isEmpty();
    assertThat(window(60, 120, 0, 150).end()).as("later than planned").isEqualTo(at(120));
  }

  @Test
  void overlappingOnesCountOnce() {
    var all = List.of(window(0, 60, 0, null), window(30, 90, 0, null), window(90, 100, 0, null));
    var day = new Span(at(-60), at(600));

    assertThat(Spans.counted(all, day)).containsExactly(new Span(at(0), at(100)));
    assertThat(Spans.length(all, new Span(at(10), at(20)))).isEqualTo(Duration.ofMinutes(10));
    assertThat(Spans.rest(all, day))
        .containsExactly(new Span(at(-60), at(0)), new Span(at(100), at(600)));
  }

  @Test
  void whatIsQuietIsHeardAtTheEndOfTheLastOneThatKeptItSo() {
    var planned = List.of(window(0, 60, 0, null));
    assertThat(Spans.heard(planned, at(10), at(59))).as("it goes on").isEmpty();
    assertThat(Spans.heard(planned, at(10), at(60))).contains(at(60));
    assertThat(Spans.heard(planned, at(10), at(500))).as("nobody could look").contains(at(60));

    assertThat(Spans.heard(List.of(window(0, 60, 0, 20)), at(10), at(30)))
        .as("ended early")
        .contains(at(20));
    assertThat(Spans.heard(List.of(), at(10), at(30)))
        .as("cancelled: nothing says when")
        .contains(at(30));
    assertThat(Spans.heard(List.of(window(-60, 0, -90, null)), at(10), at(30)))
        .as("that one was over before")
        .contains(at(30));
  }

  @Test
  void whatIsQuietStaysSoWhileAnyGoesOn() {
    var two = List.of(window(0, 60, 0, null), window(60, 90, 0, null));
    assertThat(Spans.heard(two, at(10), at(60))).as("the next one begins").isEmpty();
    assertThat(Spans.heard(two, at(10), at(90))).contains(at(90));

    var within = List.of(window(0, 90, 0, null), window(10, 20, 0, null));
    assertThat(Spans.heard(within, at(15), at(30))).isEmpty();
    assertThat(Spans.heard(within, at(15), at(95))).contains(at(90));
    var afterTheFact = List.of(window(0, 60, 0, null), window(60, 70, 80, null));
    assertThat(Spans.heard(afterTheFact, at(10), at(90))).contains(at(60));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatCountsAndWhatRemainsMakeTheWholeMinuteByMinute(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      var all = new ArrayList<Maintained>();
      for (int n = random.nextInt(6); n > 0; n--) {
        int from = random.nextInt(-60, 200);
        Integer ended = random.nextBoolean() ? null : random.nextInt(-60, 300);
        all.add(window(from, from + 1 + random.nextInt(90), random.nextInt(-90, 120), ended));
      }
      var within = new Span(at(random.nextInt(50)), at(51 + random.nextInt(150)));
      long quiet = 0;
      for (Instant t = within.start(); t.isBefore(within.end()); t = t.plusSeconds(60)) {
        Instant minute = t;
        quiet += all.stream().anyMatch(one -> one.quiets(minute)) ? 1 : 0;
      }

      assertThat(Spans.length(all, within)).isEqualTo(Duration.ofMinutes(quiet));
      Duration rest =
          Spans.rest(all, within).stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
      assertThat(rest.plusMinutes(quiet)).isEqualTo(within.length());
    }
  }

  private static Maintained window(int from, int until, int planned, @Nullable Integer ended) {
    return new Maintained(
        1,
        "api",
        at(from),
        at(until),
        "upgrade postgres",
        ALICE,
        at(planned),
        ended == null ? null : at(ended));
  }

  private static Instant at(int minutes) {
    return NOON.plusSeconds(60L * minutes);
  }
}
