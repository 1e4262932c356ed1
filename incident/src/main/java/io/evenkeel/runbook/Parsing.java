package io.evenkeel.runbook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the Markdown of one runbook, line by line. Promises: it never throws, for any text; each
 * line is looked at once; what it returns holds no control and no direction mark.
 */
final class Parsing {
  private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})[ \\t]+(.*?)[ \\t#]*");
  private static final Pattern FENCE = Pattern.compile("([ \\t]*)(`{3,}|~{3,})([^`]*)");
  private static final Pattern ITEM =
      Pattern.compile("([ \\t]*)(?:[-*+]|[0-9]{1,9}[.)])[ \\t]+(?:\\[[ xX]\\][ \\t]+)?(\\S.*)");
  private static final Pattern RULE = Pattern.compile(" {0,3}([-*_])[ \\t]*(?:\\1[ \\t]*){2,}");

  private static final int LONGEST_LINE = 4_000;

  private final List<Step> steps = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final Set<Part> seen = EnumSet.noneOf(Part.class);
  private final Set<Part> filled = EnumSet.noneOf(Part.class);
  private String title = "";
  private String heading = "";
  private String under = "";
  private boolean within;
  private Draft draft = Draft.NONE;

  /** A step that is being read. */
  private static final class Draft {
    private static final Draft NONE = new Draft(0, false);

    private final int line;
    private final boolean item;
    private final StringBuilder text = new StringBuilder();
    private final List<String> commands = new ArrayList<>();
    private boolean apart;

    Draft(int line, boolean item) {
      this.line = line;
      this.item = item;
    }

    boolean open() {
      return line > 0;
    }
  }

  /**
   * @param first the line of the file on which this text begins
   */
  void read(String markdown, int first) {
    List<String> lines = markdown.lines().toList();
    boolean comment = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = Reading.cut(lines.get(i), LONGEST_LINE);
      Matcher fence = FENCE.matcher(line);
      if (comment || line.strip().startsWith("<!--")) {
        comment = !line.contains("-->");
      } else if (fence.matches()) {
        i = fenced(lines, i, fence, first);
      } else {
        line(line, first + i);
      }
    }
    close();
  }

  private void line(String line, int number) {
    Matcher head = HEADING.matcher(line);
    Matcher item = ITEM.matcher(line);
    if (line.isBlank()) {
      draft.apart = true;
    } else if (head.matches()) {
      heading(head.group(1).length(), Inline.plain(head.group(2).strip()));
    } else if (RULE.matcher(line).matches()) {
      close();
    } else if (item.matches()) {
      item(indent(item.group(1)), item.group(2), number);
    } else {
      words(line, number);
    }
  }

  private void heading(int level, String words) {
    close();
    if (level == 1 && title.isEmpty() && !within) {
      title = words;
    } else if (level <= 2) {
      within = true;
      heading = words;
      under = "";
      Part.of(words).ifPresent(seen::add);
    } else {
      under = words;
    }
  }

  private void item(int indent, String words, int number) {
    if (draft.open() && draft.item && indent >= 2) {
      add("\n• " + Inline.plain(words.strip()));
      return;
    }
    close();
    draft = new Draft(number, true);
    add(Inline.plain(words.strip()));
  }

  private void words(String line, int number) {
    String plain = Inline.plain(line.strip().replaceFirst("^>[ \\t]?", ""));
    boolean goesOn = draft.open() && (!draft.apart || (draft.item && indent(line) >= 2));
    if (goesOn) {
      add((draft.apart || line.strip().startsWith("|") ? "\n" : " ") + plain);
      draft.apart = false;
      return;
    }
    close();
    draft = new Draft(number, false);
    add(plain);
  }

  private void add(String words) {
    draft.text.append(words);
  }

  /** Takes all of a block of code; returns the line on which it ends. */
  private int fenced(List<String> lines, int from, Matcher fence, int first) {
    int indent = indent(fence.group(1));
    String mark = fence.group(2);
    var code = new StringBuilder();
    int i = from + 1;
    while (i < lines.size() && !closes(lines.get(i), mark)) {
      code.append(dedented(lines.get(i), indent)).append('\n');
      i++;
    }
    if (i == lines.size()) {
      remarks.add(
          new Remark(
              first + from, "opens a block of code that never ends", "Close it with " + mark));
    }
    if (!draft.open()) {
      draft = new Draft(first + from, false);
    }
    String command = code.toString().stripTrailing();
    if (command.length() > Reading.LONGEST_COMMAND) {
      remarks.add(
          new Remark(
              first + from,
              "is a block of code that cannot be shown whole",
              "Make a script of it, and name that here"));
    }
    if (!command.isBlank()) {
      draft.commands.add(Reading.cut(command, Reading.LONGEST_COMMAND));
    }
    draft.apart = true;
    return i;
  }

  private static boolean closes(String line, String mark) {
    String bare = line.strip();
    return bare.length() >= mark.length() && bare.chars().allMatch(c -> c == mark.charAt(0));
  }

  private static String dedented(String line, int indent) {
    int i = 0;
    while (i < line.length() && i < indent && line.charAt(i) == ' ') {
      i++;
    }
    return line.substring(i);
  }

  private static int indent(String line) {
    int width = 0;
    for (int i = 0; i < line.length() && " \t".indexOf(line.charAt(i)) >= 0; i++) {
      width += line.charAt(i) == '\t' ? 4 : 1;
    }
    return width;
  }

  /** The step that was being read is there, if it stands under one of the headings. */
  private void close() {
    Draft read = draft;
    draft = Draft.NONE;
    if (!read.open() || !within) {
      return;
    }
    String text = read.text.toString().strip();
    if (text.length() > Reading.LONGEST_TEXT) {
      remarks.add(
          new Remark(
              read.line, "is a step that nobody reads to its end at night", "Make several of it"));
    }
    Part.of(heading).ifPresent(filled::add);
    steps.add(
        new Step(
            steps.size() + 1,
            heading,
            under,
            Reading.cut(text.isEmpty() ? "Run this:" : text, Reading.LONGEST_TEXT),
            read.commands));
  }

  String title() {
    return title;
  }

  List<Step> steps() {
    return steps;
  }

  List<Remark> remarks() {
    return remarks;
  }

  /** A part that is there but says nothing, or is not there. */
  List<Remark> missing() {
    var missing = new ArrayList<Remark>();
    for (Part part : Part.values()) {
      if (!seen.contains(part)) {
        missing.add(
            new Remark(
                0, "has no heading \"## " + part.heading() + "\"", "Add it, with what is known"));
      } else if (!filled.contains(part)) {
        missing.add(
            new Remark(
                0, "says nothing under \"" + part.heading() + "\"", "Write its steps as a list"));
      }
    }
    return missing;
  }
}
