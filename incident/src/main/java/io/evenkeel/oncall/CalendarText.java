package io.evenkeel.oncall;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as an iCalendar text (RFC 5545) to subscribe to: one event for each shift on each
 * layer. Gaps have no event.
 *
 * <p>An event is known by schedule, layer and the instant at which the shift begins, so that a
 * calendar that reads it again changes the event in place, also when somebody else takes the shift.
 */
public final class CalendarText {
  /** What is asked of those who subscribe (RFC 7986, section 5.7). */
  private static final String EVERY_HOUR = "PT1H";

  private CalendarText() {}

  /**
   * The text, with CR LF at the end of each line.
   *
   * @param from shifts that end by then are left out
   * @param until shifts that begin then or later are left out
   * @param only shifts of this person alone; null for everybody
   * @param stamp when this was worked out: {@code DTSTAMP} of every event
   */
  public static String of(
      Schedule schedule, Instant from, Instant until, @Nullable Participant only, Instant stamp) {
    var lines = new ContentLines();
    String name = "On call: " + schedule.name() + (only == null ? "" : ", " + only);
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//Evenkeel//On call//EN");
    lines.add("CALSCALE", "GREGORIAN");
    lines.addText("NAME", name);
    lines.addText("X-WR-CALNAME", name);
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", EVERY_HOUR);
    lines.add("X-PUBLISHED-TTL", EVERY_HOUR);
    for (Layer layer : schedule.layers()) {
      for (Shift shift : schedule.shifts(layer, from, until)) {
        if (shift.who() != null && (only == null || only.equals(shift.who()))) {
          event(lines, schedule, shift, from, until, stamp);
        }
      }
    }
    lines.add("END", "VCALENDAR");
    return lines.toString();
  }

  private static void event(
      ContentLines lines,
      Schedule schedule,
      Shift shift,
      Instant from,
      Instant until,
      Instant stamp) {
    Instant since = shift.since() == null ? from : shift.since();
    lines.add("BEGIN", "VEVENT");
    lines.addText("UID", uid(schedule, shift.layer(), since));
    lines.addTime("DTSTAMP", stamp);
    lines.addTime("DTSTART", since);
    lines.addTime("DTEND", shift.until() == null ? until : shift.until());
    lines.addText(
        "SUMMARY",
        shift.whoOrNobody() + " on call (" + schedule.name() + ", " + shift.layer() + ")");
    lines.addText("DESCRIPTION", shift.whoOrNobody() + ", " + shift.why().words());
    lines.addText("CATEGORIES", shift.layer());
    lines.add("TRANSP", "TRANSPARENT");
    lines.add("END", "VEVENT");
  }

  private static String uid(Schedule schedule, String layer, Instant since) {
    String bare = layer.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return schedule.name() + "." + bare + "." + since.getEpochSecond() + "@oncall.evenkeel";
  }
}
