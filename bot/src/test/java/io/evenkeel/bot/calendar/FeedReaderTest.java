package io.evenkeel.bot.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.oncall.CalendarText;
import io.evenkeel.oncall.Hours;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Listed;
import io.evenkeel.oncall.Rotation;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.oncall.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeedReaderTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant FROM = Instant.parse("2026-03-20T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-04-20T00:00:00Z");

  @Test
  void whatEvenkeelWritesItReadsBack() {
    var rotation =
        new Rotation(
            List.of(Turn.of("zo\u00eb, the \\ of; all"), Turn.of("bob")),
            Duration.ofDays(7),
            LocalDateTime.parse("2026-03-16T09:00"));
    var layer = new Layer("primary", rotation, Hours.ALWAYS, false);
    var schedule = new Schedule(new ScheduleName("sre"), BERLIN, List.of(layer), List.of());

    assertThat(said(CalendarText.of(schedule, FROM, UNTIL, null, FROM)))
        .hasSize(5)
        .containsExactlyElementsOf(
            schedule.shifts(layer, FROM, UNTIL).stream()
                .map(shift -> shift.whoOrNobody() + " " + shift.since() + " " + shift.until())
                .toList());
  }

  @Test
  void aSeriesKeepsItsHourOnTheWall() {
    assertThat(
            said(
                event(
                    """
                    DTSTART;TZID=Europe/Berlin:20260316T090000
                    DTEND;TZID=Europe/Berlin:20260323T090000
                    RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260413T070000Z
                    EXDATE;TZID=Europe/Berlin:20260330T090000
                    SUMMARY:alice on call\\, week 12
                    """)))
        .containsExactly(
            "alice 2026-03-16T08:00:00Z 2026-03-23T08:00:00Z",
            "alice 2026-04-13T07:00:00Z 2026-04-20T07:00:00Z");
  }

  @Test
  void aTimeThatIsSkippedMovesForwardAndOneThatIsShownTwiceIsTheFirst() {
    String nightly =
        event(
            """
            DTSTART;TZID=/example.org/Europe/Berlin:20260101T023000
            DURATION:PT1H
            RRULE:FREQ=DAILY
            SUMMARY:alice
            """);

    assertThat(said(nightly)).contains("alice 2026-03-29T01:30:00Z 2026-03-29T02:30:00Z");
    assertThat(
            said(
                nightly,
                Instant.parse("2026-10-25T00:00:00Z"),
                Instant.parse("2026-10-25T12:00:00Z")))
        .containsExactly("alice 2026-10-25T00:30:00Z 2026-10-25T01:30:00Z");
  }

  @Test
  void oneOfASeriesIsReplacedOrCancelled() {
    String series =
        """
        UID:1
        DTSTART:20260401T090000Z
        DTEND:20260401T170000Z
        """;
    assertThat(
            said(
                events(
                    series + "RRULE:FREQ=DAILY;COUNT=4\nSUMMARY:alice\n",
                    """
                    UID:1
                    RECURRENCE-ID:20260402T090000Z
                    DTSTART:20260402T100000Z
                    DTEND:20260402T170000Z
                    SUMMARY:bob
                    """,
                    """
                    UID:1
                    RECURRENCE-ID:20260403T090000Z
                    DTSTART:20260403T090000Z
                    DTEND:20260403T170000Z
                    STATUS:CANCELLED
                    SUMMARY:alice
                    """)))
        .containsExactly(
            "alice 2026-04-01T09:00:00Z 2026-04-01T17:00:00Z",
            "bob 2026-04-02T10:00:00Z 2026-04-02T17:00:00Z",
            "alice 2026-04-04T09:00:00Z 2026-04-04T17:00:00Z");
  }

  @Test
  void aWholeDayIsADayOfTheZoneThatIsAssumed() {
    assertThat(said(event("DTSTART;VALUE=DATE:20260329\nSUMMARY:On call - alice - primary\n")))
        .containsExactly("alice 2026-03-28T23:00:00Z 2026-03-29T22:00:00Z");
  }

  @Test
  void whatIsLeftOutIsSaid() {
    Feed.Shifts read =
        shifts(
            events(
                "DTSTART:20260401T090000Z\nDTEND:20260401T170000Z\n",
                "DTSTART:20260401T090000Z\nSUMMARY:alice\n"));

    assertThat(read.shifts()).isEmpty();
    assertThat(read.left())
        .containsExactly("Events whose title names nobody", "Events that take no time");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alice | alice",
        "Alice Smith on call (payments, primary) | Alice Smith",
        "bob is on-call | bob",
        "On Call - bob | bob",
        "On-call: Bob Jones - Primary | Bob Jones",
        "oncall | oncall",
      })
  void theTitleSaysWho(String title, String who) {
    assertThat(FeedReader.named(title)).isEqualTo(who);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART;TZID=Mars/Base:20260401T090000Z | The zone \"Mars/Base\" is not known",
        "DTSTART:soon | A time cannot be understood",
        "DTSTART:00010101T000000Z | before 1990",
        "DTSTART:20260401T090000Z;RRULE:FREQ=SECONDLY | A rule is not one of a rota",
        "DTSTART:20260401T090000Z;RRULE:FREQ=HOURLY;BYMINUTE=1,2,3 | A rule is not one of a rota",
        "DTSTART:20260401T090000Z;RRULE:FREQ=NEVER | A rule cannot be understood: \"FREQ=NEVER\"",
        "DTSTART:20260401T090000Z;RRULE:FREQ=DAILY;INTERVAL=0 | A rule is not one of a rota",
        "DTSTART:20260401T090000Z;DURATION:long | A length cannot be understood",
        "DURATION:PT1H | An event has no beginning",
      })
  void whatCannotBeUnderstoodIsSaid(String lines, String why) {
    String own = lines.replaceFirst(";(RRULE|DURATION)", "\n$1");
    assertThat(broken(event(own + "\nSUMMARY:alice\n"))).contains(why).endsWith("is kept.");
  }

  @Test
  void aPageIsNoCalendar() {
    assertThat(broken("<!doctype html>\n<html><body>Sign in</body></html>\n"))
        .startsWith("It is no iCalendar text")
        .contains("not of a page about it");
    assertThat(broken("")).startsWith("It is no iCalendar text");
    assertThat(broken("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2026")).startsWith("It ");
  }

  @Test
  void aFeedBeyondTheLimitsIsRefusedWhole() {
    assertThat(broken("x".repeat(2_000_001))).contains("longer than 2 million letters");
    assertThat(broken(events("SUMMARY:a\n", 5_001))).contains("more than 5000 events");
    assertThat(broken("BEGIN:X\n".repeat(100_000))).contains("4 deep");
    String hourly =
        """
        DTSTART:19910101T000000Z
        DURATION:PT1H
        RRULE:FREQ=HOURLY
        SUMMARY:alice
        """;
    assertThat(broken(events(hourly, 400))).contains("more than 20000 shifts");
    String never =
        """
        DTSTART:19910101T000000Z
        DURATION:PT1H
        RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30
        SUMMARY:alice
        """;
    assertThat(broken(events(never, 501))).contains("More than 500 of its events recur");
  }

  private static List<String> said(String text) {
    return said(text, FROM, UNTIL);
  }

  private static List<String> said(String text, Instant from, Instant until) {
    return switch (FeedReader.read(text, BERLIN, from, until)) {
      case Feed.Shifts(List<Listed.Entry> shifts, List<String> _) ->
          shifts.stream()
              .map(entry -> entry.who() + " " + entry.from() + " " + entry.until())
              .toList();
      case Feed.Broken(String why) -> throw new AssertionError(why);
    };
  }

  private static Feed.Shifts shifts(String text) {
    return switch (FeedReader.read(text, BERLIN, FROM, UNTIL)) {
      case Feed.Shifts shifts -> shifts;
      case Feed.Broken(String why) -> throw new AssertionError(why);
    };
  }

  private static String broken(String text) {
    return switch (FeedReader.read(text, BERLIN, FROM, UNTIL)) {
      case Feed.Shifts shifts -> throw new AssertionError(shifts.toString());
      case Feed.Broken(String why) -> why;
    };
  }

  private static String event(String lines) {
    return events(lines);
  }

  private static String events(String lines, int count) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\n"
        + ("BEGIN:VEVENT\n" + lines + "END:VEVENT\n").repeat(count)
        + "END:VCALENDAR\n";
  }

  private static String events(String... each) {
    var text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\n");
    for (String lines : each) {
      text.append("BEGIN:VEVENT\n").append(lines).append("END:VEVENT\n");
    }
    return text.append("END:VCALENDAR\n").toString();
  }
}
