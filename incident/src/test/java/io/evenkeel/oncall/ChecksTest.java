package io.evenkeel.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChecksTest {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Instant FROM = Instant.parse("2026-03-04T12:00:00Z");
  private static final Window OFFICE =
      new Window(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(9, 0),
          LocalTime.of(17, 0));

  @Test
  void aScheduleWithoutFaultsHasNoFindings() {
    assertThat(found(schedule(WEEK, List.of(), "alice", "bob"), Directory.NOT_ASKED)).isEmpty();
  }

  @Test
  void gapsAreToldOnceWithTheFirstAndHowManyMore() {
    assertThat(found(schedule(WEEK, List.of(OFFICE), "alice", "bob"), Directory.NOT_ASKED))
        .containsExactly(
            "payments, primary, Wed 2026-03-04 17:00 to Thu 2026-03-05 09:00 (Europe/Berlin):"
                + " nobody is on call (outside its hours), and 64 times more"
                + " until Wed 2026-06-03 14:00. Widen the hours, or write gaps: intended if nobody"
                + " is meant to be on call then.");
  }

  @Test
  void gapsThatAreMeantAreNotTold() {
    Schedule meant = schedule(WEEK, List.of(OFFICE), "alice", "bob");
    Layer layer = meant.layers().getFirst();
    var again = new Layer(layer.name(), layer.plan(), layer.hours(), true);

    assertThat(
            found(
                new Schedule(meant.name(), meant.zone(), List.of(again), List.of()),
                Directory.NOT_ASKED))
        .isEmpty();
  }

  @Test
  void twoOverridesAtOnceSayWhoCounts() {
    Schedule schedule =
        schedule(WEEK, List.of(), "alice", "bob")
            .with(
                List.of(
                    ScheduleTest.standIn("dave", "2026-03-10T08:00:00Z", "2026-03-10T12:00:00Z"),
                    ScheduleTest.standIn("erin", "2026-03-10T11:00:00Z", "2026-03-10T15:00:00Z"),
                    ScheduleTest.standIn("dave", "2026-01-10T08:00:00Z", "2026-01-10T12:00:00Z"),
                    ScheduleTest.standIn("erin", "2026-01-10T08:00:00Z", "2026-01-10T12:00:00Z")));

    assertThat(found(schedule, Directory.NOT_ASKED))
        .containsExactly(
            "payments, primary, Tue 2026-03-10 12:00 to Tue 2026-03-10 13:00 (Europe/Berlin): two"
                + " overrides at once, for dave and erin. erin counts, being given later: shorten"
                + " one of the two if that is not meant.");
  }

  @Test
  void whoLeftAndWhoIsUnknownAreToldWithTheirNextShift() {
    Directory directory =
        who ->
            switch (who.name()) {
              case "alice" -> Directory.Standing.LEFT;
              case "bbo" -> Directory.Standing.UNKNOWN;
              default -> Directory.Standing.HERE;
            };

    assertThat(found(schedule(WEEK, List.of(), "alice", "bbo", "carol"), directory))
        .containsExactly(
            "payments, primary, Wed 2026-03-04 13:00 to Mon 2026-03-09 09:00 (Europe/Berlin):"
                + " alice has left the workspace. Put somebody else in their place.",
            "payments, primary, Mon 2026-03-09 09:00 to Mon 2026-03-16 09:00 (Europe/Berlin):"
                + " nobody is called bbo. Write the name under which Slack knows them, without @.");
  }

  @Test
  void whoseTurnsAllFallOutsideTheHoursIsTold() {
    Schedule daily =
        schedule(
            Duration.ofDays(1), List.of(OFFICE), "a", "b", "c", "d", "e", "weekender", "sunday");

    assertThat(found(daily, Directory.NOT_ASKED))
        .anyMatch(told -> told.contains("weekender is named and never on call"))
        .anyMatch(told -> told.contains("sunday is named and never on call"))
        .noneMatch(told -> told.contains("e is named"));
  }

  @Test
  void onePersonOnTwoLayersAtOnceIsTold() {
    var first = rotation(WEEK, "alice", "bob");
    var second = rotation(WEEK, "bob", "bob", "carol");
    var schedule =
        new Schedule(
            new ScheduleName("payments"),
            ZoneId.of("Europe/Berlin"),
            List.of(
                new Layer("primary", first, Hours.ALWAYS, false),
                new Layer("secondary", second, Hours.ALWAYS, false)),
            List.of());

    assertThat(found(schedule, Directory.NOT_ASKED))
        .containsExactly(
            "payments, primary, Mon 2026-03-09 09:00 to Mon 2026-03-16 09:00 (Europe/Berlin): bob"
                + " is also secondary, and 4 times more until Wed 2026-06-03 14:00. Let the layers"
                + " begin with different people, so that an escalation reaches somebody else.");
  }

  private static Schedule schedule(Duration length, List<Window> windows, String... people) {
    return ScheduleTest.of("Europe/Berlin", "2026-03-02T09:00", length, windows, people);
  }

  private static Rotation rotation(Duration length, String... people) {
    return new Rotation(
        List.of(people).stream().map(Turn::of).toList(),
        length,
        LocalDateTime.parse("2026-03-02T09:00"));
  }

  private static List<String> found(Schedule schedule, Directory directory) {
    return Checks.of(schedule, directory, FROM, FROM.plus(Duration.ofDays(91))).stream()
        .map(Finding::toString)
        .toList();
  }
}
