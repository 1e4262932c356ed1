package io.evenkeel.drill;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Markdown being written line by line, with tables. Times are UTC, in whole seconds. */
final class ReportText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();

  void line(String words) {
    text.append(words).append('\n');
  }

  void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  /** A heading with blank lines around it. */
  void heading(String words) {
    line("");
    line("## " + words);
    line("");
  }

  /** One line that is text in every place of a Markdown table, whatever it says. */
  static String flat(String words) {
    return words
        .replaceAll("\\s+", " ")
        .replace("\\", "\\\\")
        .replaceAll("([|<>`*_\\[\\]])", "\\\\$1");
  }

  static String code(String promql) {
    String one = promql.replaceAll("\\s+", " ");
    return one.contains("`") ? "`` " + one + " ``" : "`" + one + "`";
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
