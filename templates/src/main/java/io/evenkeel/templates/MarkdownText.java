package io.evenkeel.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes plain text so that CommonMark (0.31, with GFM's tables, strikethrough, autolinks and
 * GitHub's formulas) shows it as it was typed: no heading, list, link, HTML or emphasis comes out
 * of it, wherever a template puts it.
 *
 * <p>What Markdown cannot show is left out: control and direction marks, blank lines, blanks around
 * a line. A line end becomes a hard break, so that a text stays inside its paragraph or list item.
 */
final class MarkdownText {
  /** C0 and C1 controls but tab and line feed; marks and overrides of writing direction. */
  static final Pattern UNSHOWN =
      Pattern.compile(
          "[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  /** CommonMark's blanks are space and tab; other spaces are text. */
  private static final Pattern AROUND = Pattern.compile("^[ \\t]+|[ \\t]+$");

  private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

  /** Markup wherever it stands. */
  private static final String ALWAYS = "\\`*[]<|~$";

  /** A whole line of these would underline a heading, rule a line or begin a table. */
  private static final Pattern RULE = Pattern.compile("[-=:+_ \\t]+");

  private static final Pattern BULLET = Pattern.compile("[-+]([ \\t].*)?");
  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,9})([.)])([ \\t].*)?");

  private MarkdownText() {}

  static String escape(String typed) {
    String clean = typed.replace("\r\n", "\n").replace('\r', '\n');
    clean = UNSHOWN.matcher(clean).replaceAll("");
    clean = LONE_SURROGATE.matcher(clean).replaceAll("\uFFFD");
    List<String> lines = new ArrayList<>();
    for (String line : clean.split("\n")) {
      String text = trimmed(line);
      if (!text.isEmpty()) {
        lines.add(line(text));
      }
    }
    return String.join("\\\n  ", lines);
  }

  private static String trimmed(String line) {
    return AROUND.matcher(line).replaceAll("");
  }

  private static String line(String text) {
    var number = NUMBER.matcher(text);
    if (number.matches()) {
      String rest = number.group(3) == null ? "" : number.group(3);
      return number.group(1) + "\\" + number.group(2) + inline(rest);
    }
    if (text.startsWith(">") || BULLET.matcher(text).matches() || RULE.matcher(text).matches()) {
      return text.startsWith("_")
          ? inline(text)
          : "\\" + text.charAt(0) + inline(text.substring(1));
    }
    return inline(text);
  }

  private static String inline(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      if (special(text, i)) {
        out.append('\\');
      }
      out.append(text.charAt(i));
    }
    return out.toString();
  }

  private static boolean special(String text, int i) {
    char c = text.charAt(i);
    char before = i == 0 ? ' ' : text.charAt(i - 1);
    char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
    return ALWAYS.indexOf(c) >= 0
        || switch (c) {
          case '_' -> !(wordy(before) && wordy(after));
          case '&' -> after == '#' || wordy(after);
          // a heading begins, or its closing run
          case '#' -> i == 0 || before == '#' || text.substring(i).matches("#+");
          // an image, when a template's link follows
          case '!' -> i + 1 == text.length();
          // GFM's autolinks
          case ':' -> after == '/';
          case '.' -> text.regionMatches(true, Math.max(0, i - 3), "www.", 0, 4);
          case '@' -> wordy(before);
          default -> false;
        };
  }

  /** An underscore between two of these is text (CommonMark 6.2, rules 2 and 4). */
  private static boolean wordy(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
