package io.evenkeel.runbook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of code between two fences.
 *
 * @param code its lines, without the indent of the fence
 * @param end the line on which it ends, or the number of lines where it never does
 * @param mark the fence
 */
record CodeBlock(String code, int end, String mark) {
  private static final Pattern FENCE = Pattern.compile("([ \\t]*)(`{3,}|~{3,})([^`]*)");

  /** The one that begins on that line; empty when none does. */
  static Optional<CodeBlock> at(List<String> lines, int from, String line) {
    Matcher fence = FENCE.matcher(line);
    if (!fence.matches()) {
      return Optional.empty();
    }
    int indent = Parsing.indent(fence.group(1));
    String mark = fence.group(2);
    var code = new StringBuilder();
    int i = from + 1;
    while (i < lines.size() && !closes(lines.get(i), mark)) {
      code.append(dedented(lines.get(i), indent)).append('\n');
      i++;
    }
    return Optional.of(new CodeBlock(code.toString().stripTrailing(), i, mark));
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
}
