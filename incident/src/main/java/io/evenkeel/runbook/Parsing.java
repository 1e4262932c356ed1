package io.evenkeel.runbook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the Markdown of one runbook, line by line. Promises: it never throws, for any text; each
 * line is looked at once; what it returns holds no control and no direction mark.
 */
final class Parsing {
  private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})[ \\t]+(.*?)[ \\t#]*");
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
  private StepDraft draft = StepDraft.NONE;

  /**
   * @param first the line of the file on which this text begins
   */
  void read(String markdown, int first) {
    List<String> lines = markdown.lines().toList();
    boolean comment = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = Reading.cut(lines.get(i), LONGEST_LINE);
      if (comment || line.strip().startsWith("<!--")) {
        comment = !line.contains("-->");
        continue;
      }
      Optional<CodeBlock> block = CodeBlock.at(lines, i, line);
      if (block.isPresent()) {
        code(block.get(), first + i, lines.size());
        i = block.get().end();
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
    draft = new StepDraft(number, true);
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
    draft = new StepDraft(number, false);
    add(plain);
  }

  private void add(String words) {
    draft.text.append(words);
  }

  /**
   * @param line the number of the line on which it begins
   * @param lines how many lines there are
   */
  private void code(CodeBlock block, int line, int lines) {
    if (block.end() == lines) {
      remarks.add(
          new Remark(
              line, "opens a block of code that never ends", "Close it with " + block.mark()));
    }
    if (!draft.open()) {
      draft = new StepDraft(line, false);
    }
    String command = block.code();
    if (command.length() > Reading.LONGEST_COMMAND) {
      remarks.add(
          new Remark(
              line,
              "is a block of code that cannot be shown whole",
              "Make a script of it, and name that here"));
    }
    if (!command.isBlank()) {
      draft.commands.add(Reading.cut(command, Reading.LONGEST_COMMAND));
    }
    draft.apart = true;
  }

  static int indent(String line) {
    int width = 0;
    for (int i = 0; i < line.length() && " \t".indexOf(line.charAt(i)) >= 0; i++) {
      width += line.charAt(i) == '\t' ? 4 : 1;
    }
    return width;
  }

  /** The step that was being read is there, if it stands under one of the headings. */
  private void close() {
    StepDraft read = draft;
    draft = StepDraft.NONE;
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
