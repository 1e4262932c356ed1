package io.evenkeel.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CalendarTextTest {
  private static final Instant FROM = Instant.parse("2026-03-26T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-04-04T00:00:00Z");
  private static final Instant STAMP = Instant.parse("2026-03-25T10:00:00.123456Z");

  @Test
  void everyShiftIsAnEventInUtc() {
    String text = text(weekly("alice", "bob"), null);

    assertThat(text)
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Evenkeel//On call//EN\r\n")
        .contains(
            "BEGIN:VEVENT",
            "UID:payments.primary.1774252800@oncall.evenkeel\r\n",
            "DTSTAMP:20260325T100000Z\r\n",
            "DTSTART:20260323T080000Z\r\n",
            "DTEND:20260330T070000Z\r\n",
            "SUMMARY:bob on call (payments\\, primary)\r\n",
            "DESCRIPTION:bob\\, by rotation\r\n")
        .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    assertThat(Pattern.compile("BEGIN:VEVENT").matcher(text).results().count()).isEqualTo(2);
    assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
  }

  @Test
  void onePersonsCalendarHasTheirShiftsAlone() {
    assertThat(text(weekly("alice", "bob"), new Participant("alice")))
        .contains("NAME:On call: payments\\, alice\r\n", "SUMMARY:alice on call")
        .doesNotContain("SUMMARY:bob");
  }

  @Test
  void anEventKeepsItsNameWhenSomebodyElseTakesTheShift() {
    assertThat(uids(text(weekly("alice", "bob"), null)))
        .isEqualTo(uids(text(weekly("carol", "dave"), null)));
  }

  @Test
  void longLinesAreFoldedBetweenLetters() {
    String name = "zo\u00eb-\ud83d\ude80".repeat(20);
    String text = text(weekly(name, "bob, the \\ of; all\nand more"), null);

    assertThat(text.split("\r\n"))
        .allSatisfy(line ->
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(text.replace("\r\n ", ""))
        .contains("SUMMARY:" + name + " on call")
        .contains("SUMMARY:bob\\, the \\\\ of\\; all\\nand more on call");
  }

  @Test
  void whatIsWrittenIsReadByAnotherLibraryAsItWasMeant() throws IOException, ParserException {
    String odd = "zo\u00eb \"\ud83d\ude80\", the \\ of; all";
    Calendar read = new CalendarBuilder().build(new StringReader(text(weekly(odd, "bob"), null)));
    List<VEvent> events = read.getComponents("VEVENT");

    assertThat(read.validate().getEntries()).isEmpty();
    assertThat(events)
        .extracting(event -> event.getRequiredProperty("SUMMARY").getValue())
        .containsExactly("bob on call (payments, primary)", odd + " on call (payments, primary)");
    assertThat(events.getLast().getRequiredProperty("DTSTART").getValue())
        .isEqualTo("20260330T070000Z");
  }

  private static Schedule weekly(String... people) {
    return ScheduleTest.of(
        "Europe/Berlin", "2026-03-16T09:00", Duration.ofDays(7), List.of(), people);
  }

  private static String text(Schedule schedule, @Nullable Participant only) {
    return CalendarText.of(schedule, FROM, UNTIL, only, STAMP);
  }

  private static List<String> uids(String text) {
    return Arrays.stream(text.split("\r\n")).filter(line -> line.startsWith("UID:")).toList();
  }
}
