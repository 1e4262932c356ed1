package io.evenkeel.postmortem.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a text, each with its line end, so that they put together are the text again. */
final class Lines {
  private Lines() {}

  static List<String> of(String text) {
    var lines = new ArrayList<String>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end + 1));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  /** Without its end and without white space before it: editors change both. */
  static String bare(String line) {
    return line.stripTrailing();
  }

  /** The same words in the same lines; blank lines around them do not count. */
  static boolean same(String one, String other) {
    return settled(one).equals(settled(other));
  }

  private static String settled(String text) {
    return of(text).stream()
        .map(Lines::bare)
        .collect(Collectors.joining("\n"))
        .replaceFirst("\\A\\n+", "")
        .stripTrailing();
  }

  /** The text with CRLF where the marker has it. */
  static String endedLike(String marker, String text) {
    String plain = text.replace("\r\n", "\n");
    return marker.endsWith("\r\n") ? plain.replace("\n", "\r\n") : plain;
  }

  /** With a line end, so that something can follow on a line of its own. */
  static String ended(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }

  /** The lines of the second text that the first does not have; blank ones do not count. */
  static List<String> missing(String from, String to) {
    var there = new HashMap<String, Integer>();
    of(from).forEach(line -> there.merge(bare(line), 1, Integer::sum));
    return of(to).stream()
        .map(Lines::bare)
        .filter(line -> there.merge(line, -1, Integer::sum) < 0 && !line.isEmpty())
        .toList();
  }
}
