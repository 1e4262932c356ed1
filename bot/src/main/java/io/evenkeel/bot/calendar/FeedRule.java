package io.evenkeel.bot.calendar;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Locale;

/** The rule by which an event comes again (RFC 5545, section 3.3.10). */
final class FeedRule {
  private static final int LONGEST_RULE = 250;

  private FeedRule() {}

  /** The rule with its end on the clock on the wall; nothing that comes more often than hourly. */
  static String text(String written, ZoneId zone, FeedTimes times) throws FeedEvent.Odd {
    String rule = written.strip().toUpperCase(Locale.ROOT);
    if (rule.length() > LONGEST_RULE
        || rule.matches(".*FREQ=(SECONDLY|MINUTELY).*|.*BY(MINUTE|SECOND)=[0-9]*,.*")
        || rule.matches(".*INTERVAL=(0|-|[0-9]{5}).*|.*COUNT=[0-9]{6}.*")) {
      throw new FeedEvent.Odd("A rule is not one of a rota: " + FeedTimes.shown(written));
    }
    var parts = new ArrayList<String>();
    for (String part : rule.split(";")) {
      if (part.startsWith("UNTIL=")) {
        String end = part.substring(6);
        boolean day = end.length() == 8;
        FeedTimes.Time time =
            day
                ? new FeedTimes.Time(FeedTimes.wall(end + "T235959"), zone, true)
                : times.of(null, end);
        parts.add(
            "UNTIL=" + FeedTimes.WALL.format(time.instant().atZone(day ? time.zone() : zone)));
      } else {
        parts.add(part);
      }
    }
    return String.join(";", parts);
  }
}
