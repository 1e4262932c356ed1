package io.evenkeel.blameless;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown text with what is never judged blanked out, each character in its place: front matter,
 * comments, what the machine wrote, timelines, quotes, code, addresses.
 */
final class Legible {
  private static final Pattern FENCE = Pattern.compile(" {0,3}(```+|~~~+).*");
  private static final Pattern ITEM = Pattern.compile("\\s*([-*+]|\\d+[.)])\\s.*");
  private static final Pattern DEFINITION = Pattern.compile(" {0,3}\\[[^\\]]+\\]:\\s.*");
  private static final String BEGIN = "<!-- evenkeel:begin ";
  private static final String END = "<!-- evenkeel:end ";

  private final String text;
  private final char[] shown;

  private boolean inItem;
  private boolean afterBlank = true;
  private String fence = "";
  private String machine = "";
  private final Chronicle chronicle = new Chronicle();

  private Legible(String text) {
    this.text = text;
    shown = text.toCharArray();
  }

  /** As long as the text; what must not be read is blank or {@link Token#HIDDEN}. */
  static String of(String text) {
    var legible = new Legible(text);
    int body = legible.frontMatter();
    legible.lines(body);
    legible.comments(body);
    return new Inline(legible.shown).hide();
  }

  private int frontMatter() {
    if (!text.startsWith("---\n") && !text.startsWith("---\r\n")) {
      return 0;
    }
    Matcher end = Pattern.compile("\n(---|\\.\\.\\.)[ \t]*\r?(\n|\\z)").matcher(text);
    if (!end.find()) {
      return 0;
    }
    blank(0, end.end());
    return end.end();
  }

  private void lines(int from) {
    int start = from;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      String line = text.substring(start, end);
      if (unread(line)) {
        blank(start, end);
      }
      afterBlank = line.isBlank();
      start = end + 1;
    }
  }

  private boolean unread(String line) {
    String stripped = line.strip();
    if (!machine.isEmpty()) {
      if (stripped.startsWith(machine)) {
        machine = "";
      }
      return true;
    }
    if (!fence.isEmpty()) {
      if (stripped.startsWith(fence) && stripped.replace(fence.substring(0, 1), "").isEmpty()) {
        fence = "";
      }
      return true;
    }
    if (stripped.startsWith(BEGIN)) {
      String name = stripped.substring(BEGIN.length()).split("\\s", 2)[0];
      machine = text.contains(END + name + " ") ? END + name + " " : "";
      return true;
    }
    Matcher opens = FENCE.matcher(line);
    if (opens.matches()) {
      fence = opens.group(1);
      return true;
    }
    return chronicle.holds(line)
        || stripped.startsWith(">")
        || DEFINITION.matcher(line).matches()
        || code(line);
  }

  private boolean code(String line) {
    boolean indented = line.startsWith("    ") || line.startsWith("\t");
    if (ITEM.matcher(line).matches()) {
      inItem = true;
    } else if (!line.isBlank() && !indented) {
      inItem = inItem && line.startsWith(" ");
    }
    return indented && afterBlank && !inItem;
  }

  private void comments(int from) {
    int at = comment(from);
    while (at >= 0) {
      int end = text.indexOf("-->", at);
      int after = end < 0 ? text.length() : end + 3;
      blank(at, after);
      at = comment(after);
    }
  }

  /** Where the next one begins that is not in code. */
  private int comment(int from) {
    int at = text.indexOf("<!--", from);
    while (at >= 0 && shown[at] != '<') {
      at = text.indexOf("<!--", at + 1);
    }
    return at;
  }

  private void blank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (shown[i] != '\n') {
        shown[i] = ' ';
      }
    }
  }
}
