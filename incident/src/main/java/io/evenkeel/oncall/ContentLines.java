package io.evenkeel.oncall;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Lines of an iCalendar text as RFC 5545 wants them: ended by CR LF, folded so that none is longer
 * than 75 octets of UTF-8 (section 3.1), text escaped (section 3.3.11), times in UTC (3.3.5).
 */
final class ContentLines {
  private static final int LONGEST = 75;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();

  /** A line whose value is taken as it stands. */
  void add(String name, String value) {
    int octets = 0;
    String line = name + ":" + value;
    for (int i = 0; i < line.length(); ) {
      String letter = Character.toString(line.codePointAt(i));
      int size = letter.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LONGEST) {
        text.append("\r\n ");
        octets = 1;
      }
      text.append(letter);
      octets += size;
      i += letter.length();
    }
    text.append("\r\n");
  }

  /** A line whose value is text that somebody wrote. */
  void addText(String name, String value) {
    add(name, escaped(value));
  }

  /** A line whose value is a time; iCalendar counts in seconds. */
  void addTime(String name, Instant at) {
    add(name, UTC.format(at));
  }

  static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\r\n|\r|\n", "\\\\n")
        .replaceAll("[\\p{Cntrl}&&[^\t]]", "");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
