package io.evenkeel.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void aWeekIsHandedOverAtTheSameHourOfTheWallAllYear() {
    Schedule weekly = of("Europe/Berlin", "2026-03-23T09:00", WEEK, "alice", "bob");

    assertThat(said(weekly, "2026-03-30T06:59:59Z")).isEqualTo("alice by rotation");
    assertThat(said(weekly, "2026-03-30T07:00:00Z")).isEqualTo("bob by rotation");
    assertThat(shift(weekly, "2026-03-29T12:00:00Z"))
        .isEqualTo(
            new Shift(
                "primary",
                new Participant("alice"),
                Instant.parse("2026-03-23T08:00:00Z"),
                Instant.parse("2026-03-30T07:00:00Z"),
                Why.ROTATION));
  }

  @Test
  void aHandoffThatTheClockSkipsMovesForward() {
    Schedule daily = of("Europe/Berlin", "2026-03-27T02:30", DAY, "alice", "bob", "carol");

    assertThat(shift(daily, "2026-03-29T01:20:00Z").until())
        .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    assertThat(said(daily, "2026-03-29T01:30:00Z")).isEqualTo("carol by rotation");
  }

  @Test
  void aHandoffThatTheClockShowsTwiceIsTheFirst() {
    Schedule daily = of("Europe/Berlin", "2026-10-24T02:30", DAY, "alice", "bob");

    assertThat(said(daily, "2026-10-25T00:29:59Z")).isEqualTo("alice by rotation");
    assertThat(said(daily, "2026-10-25T00:30:00Z")).isEqualTo("bob by rotation");
    assertThat(said(daily, "2026-10-25T01:15:00Z")).isEqualTo("bob by rotation");
  }

  @Test
  void aTurnWhoseDayIsLeftOutHasNoTime() {
    Schedule daily = of("Pacific/Apia", "2011-12-29T09:00", DAY, "alice", "bob", "carol");

    assertThat(daily.shifts(first(daily), at("2011-12-29T20:00:00Z"), at("2012-01-01T00:00:00Z")))
        .extracting(Shift::whoOrNobody)
        .containsExactly("alice", "carol", "alice");
  }

  @Test
  void turnsGoOnOverALeapDay() {
    Schedule daily = of("UTC", "2028-02-28T00:00", DAY, "alice", "bob");

    assertThat(said(daily, "2028-02-29T12:00:00Z")).isEqualTo("bob by rotation");
    assertThat(said(daily, "2028-03-01T12:00:00Z")).isEqualTo("alice by rotation");
  }

  @Test
  void beforeItBeginsNobodyIsOnCall() {
    Schedule daily = of("UTC", "2026-03-02T09:00", DAY, "alice");

    assertThat(shift(daily, "2020-01-01T00:00:00Z"))
        .isEqualTo(new Shift("primary", null, null, at("2026-03-02T09:00:00Z"), Why.NOT_YET));
  }

  @Test
  void outsideItsHoursALayerHasNobody() {
    Schedule office = office();

    assertThat(said(office, "2026-03-06T16:59:00Z")).isEqualTo("alice by rotation");
    assertThat(shift(office, "2026-03-07T12:00:00Z"))
        .isEqualTo(
            new Shift(
                "primary",
                null,
                at("2026-03-06T17:00:00Z"),
                at("2026-03-09T09:00:00Z"),
                Why.OUTSIDE_HOURS));
  }

  @Test
  void hoursMayGoOverMidnight() {
    var nights =
        new Window(
            EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY),
            LocalTime.of(22, 0),
            LocalTime.of(6, 0));
    Schedule night = of("UTC", "2026-03-02T00:00", WEEK, List.of(nights), "alice");

    assertThat(said(night, "2026-03-07T05:59:00Z")).isEqualTo("alice by rotation");
    assertThat(said(night, "2026-03-07T06:00:00Z")).isEqualTo("nobody outside its hours");
    assertThat(said(night, "2026-03-09T03:00:00Z")).isEqualTo("alice by rotation");
    assertThat(said(night, "2026-03-09T22:00:00Z")).isEqualTo("nobody outside its hours");
  }

  @Test
  void theOverrideGivenLaterCountsAlsoInAGap() {
    Schedule office =
        office()
            .with(
                List.of(
                    standIn("dave", "2026-03-07T10:00:00Z", "2026-03-07T14:00:00Z"),
                    standIn("erin", "2026-03-07T12:00:00Z", "2026-03-07T13:00:00Z")));

    assertThat(office.shifts(first(office), at("2026-03-07T09:00:00Z"), at("2026-03-07T15:00:00Z")))
        .extracting(Shift::whoOrNobody)
        .containsExactly("nobody", "dave", "erin", "dave", "nobody");
    assertThat(said(office, "2026-03-07T12:30:00Z")).isEqualTo("erin by override");
    assertThat(shift(office, "2026-03-07T09:00:00Z").until()).isEqualTo("2026-03-07T10:00:00Z");
  }

  @Test
  void whoIsNextIsTheFirstOtherPerson() {
    Schedule office = office();

    assertThat(office.next(first(office), at("2026-03-03T12:00:00Z")))
        .map(shift -> shift.whoOrNobody() + " " + shift.since())
        .contains("bob 2026-03-09T09:00:00Z");
    Schedule alone = of("UTC", "2026-03-02T09:00", DAY, "alice");
    assertThat(alone.next(first(alone), at("2026-03-03T12:00:00Z"))).isEmpty();
  }

  @Test
  void aListKeptElsewhereIsTakenAsItIs() {
    var plan =
        new Listed(
            List.of(
                new Listed.Entry(
                    new Participant("bob"), at("2026-03-02T12:00:00Z"), at("2026-03-03T00:00:00Z")),
                new Listed.Entry(
                    new Participant("@Alice"),
                    at("2026-03-02T00:00:00Z"),
                    at("2026-03-02T13:00:00Z"))));
    var layer = new Layer("primary", plan, Hours.ALWAYS, false);
    var feed = new Schedule(new ScheduleName("feed"), ZoneId.of("UTC"), List.of(layer), List.of());

    assertThat(said(feed, "2026-03-02T12:30:00Z")).isEqualTo("bob by rotation");
    assertThat(said(feed, "2026-03-02T11:30:00Z")).isEqualTo("alice by rotation");
    assertThat(said(feed, "2026-03-04T00:00:00Z")).isEqualTo("nobody nobody planned");
  }

  @Test
  void whatCannotBeIsNotBuilt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("UTC", "2026-03-02T09:00", Duration.ZERO, "alice"));
    assertThatIllegalArgumentException().isThrownBy(() -> of("UTC", "2026-03-02T09:00", DAY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> standIn("a", "2026-03-07T14:00:00Z", "2026-03-07T14:00:00Z"));
  }

  private static Schedule office() {
    var hours =
        new Window(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0));
    return of("UTC", "2026-03-02T09:00", WEEK, List.of(hours), "alice", "bob");
  }

  private static Schedule of(String zone, String start, Duration length, String... people) {
    return of(zone, start, length, List.of(), people);
  }

  static Schedule of(
      String zone, String start, Duration length, List<Window> windows, String... people) {
    List<Turn> turns = Arrays.stream(people).map(Turn::of).toList();
    var rotation = new Rotation(turns, length, LocalDateTime.parse(start));
    var layer = new Layer("primary", rotation, Hours.of(windows), false);
    return new Schedule(new ScheduleName("payments"), ZoneId.of(zone), List.of(layer), List.of());
  }

  static StandIn standIn(String who, String from, String until) {
    return new StandIn("primary", new Participant(who), at(from), at(until));
  }

  private static Layer first(Schedule schedule) {
    return schedule.layers().getFirst();
  }

  private static Shift shift(Schedule schedule, String now) {
    return schedule.onCall(at(now)).getFirst();
  }

  private static String said(Schedule schedule, String now) {
    Shift shift = shift(schedule, now);
    return shift.whoOrNobody() + " " + shift.why().words();
  }

  private static Instant at(String now) {
    return Instant.parse(now);
  }
}
