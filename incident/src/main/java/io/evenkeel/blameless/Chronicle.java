package io.evenkeel.blameless;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which lines of a Markdown text belong to a timeline: those under its heading, and each that
 * begins with a time. Is asked line by line, from the first to the last.
 */
final class Chronicle {
  private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})(?:\\s.*)?");

  private static final Pattern TIMELINE =
      Pattern.compile("(?i).*\\b(timeline|chronology|sequence of events|log of events)\\b.*");

  private static final String TIME =
      "(\\d{4}-\\d\\d-\\d\\d[T ,]*)?(\\d{1,2}:\\d\\d(:\\d\\d)?|T[+-]\\d)";

  /** A line that begins with a time, also as an item of a list or in one of the first two cells. */
  private static final Pattern TIMED =
      Pattern.compile(
          "\\s*([-*+]\\s+|\\d+[.)]\\s+|\\|)?([^|\\w]{0,4}|[^|]{0,40}\\|\\s*)" + TIME + ".*");

  private int timeline;

  /** Whether the line belongs to a timeline. */
  boolean holds(String line) {
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      int depth = heading.group(1).length();
      if (timeline == 0 || depth <= timeline) {
        timeline = TIMELINE.matcher(line).matches() ? depth : 0;
      }
    }
    return timeline > 0 || TIMED.matcher(line).matches();
  }
}
