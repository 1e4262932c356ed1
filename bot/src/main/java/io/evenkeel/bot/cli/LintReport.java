package io.evenkeel.bot.cli;

import io.evenkeel.blameless.Finding;
import io.evenkeel.blameless.Level;
import java.util.List;

/** Findings as a compiler tells them: the place, the line, a caret, and what to ask instead. */
final class LintReport {
  private static final int LONGEST_LINE = 160;

  private LintReport() {}

  static String of(String file, String text, List<Finding> findings) {
    var report = new StringBuilder();
    for (Finding finding : findings) {
      Finding.Span span = finding.span();
      report
          .append(
              "%s:%d:%d: %s: %s [%s]\n"
                  .formatted(
                      file,
                      span.line(),
                      span.column(),
                      finding.level().word(),
                      finding.why(),
                      finding.rule().id()))
          .append(line(text, span))
          .append("    ask: ")
          .append(finding.rewrite())
          .append("\n\n");
    }
    return report.toString();
  }

  static String summary(String file, List<Finding> findings) {
    if (findings.isEmpty()) {
      return file + ": nothing that judges people was found.";
    }
    long notes = findings.stream().filter(finding -> finding.level() == Level.NOTE).count();
    return "%s: %d to look at, %d of them notes. They are advice: you decide."
        .formatted(file, findings.size(), notes);
  }

  /** The line with carets under what was found; of a long line, the part around it. */
  private static String line(String text, Finding.Span span) {
    int start = span.start() - span.column() + 1;
    int newline = text.indexOf('\n', span.start());
    int end = newline < 0 ? text.length() : newline;
    int from = Math.max(start, Math.min(span.start() - 40, end - LONGEST_LINE));
    int to = Math.min(end, from + LONGEST_LINE);
    String shown = printable(text.substring(from, to));
    int carets = Math.max(1, Math.min(span.end(), to) - span.start());
    String before = shown.substring(0, span.start() - from).replaceAll("[^\t]", " ");
    return "    " + shown.stripTrailing() + "\n    " + before + "^".repeat(carets) + "\n";
  }

  /** A file's control characters must not reach a terminal. */
  private static String printable(String line) {
    return line.replaceAll("[\\p{Cntrl}&&[^\t]]", " ");
  }
}
