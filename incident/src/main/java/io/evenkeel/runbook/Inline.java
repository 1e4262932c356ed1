package io.evenkeel.runbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown within a line, made plain: only backticks stay, as what they hold is typed. */
final class Inline {
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]\\n]{0,500})\\]\\(([^)\\s]{1,2000})[^)]{0,200}\\)");
  private static final Pattern STRONG =
      Pattern.compile("(\\*\\*|__)(?=\\S)([^\\n]{1,300}?)(?<=\\S)\\1");
  private static final Pattern SLANTED =
      Pattern.compile("(?<![\\w*])\\*(?=[^\\s*])([^*\\n]{1,300}?)(?<=[^\\s*])\\*(?![\\w*])");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");

  private Inline() {}

  static String plain(String line) {
    var all = new StringBuilder();
    String[] pieces = line.split("`", -1);
    boolean paired = pieces.length % 2 == 1;
    for (int i = 0; i < pieces.length; i++) {
      all.append(i == 0 ? "" : "`").append(paired && i % 2 == 1 ? pieces[i] : bare(pieces[i]));
    }
    return all.toString();
  }

  private static String bare(String text) {
    String plain =
        LINK.matcher(text)
            .replaceAll(found -> {
              String words =
                  found.group(1).isBlank() || found.group(1).equals(found.group(2))
                      ? ""
                      : found.group(1) + " (";
              return Matcher.quoteReplacement(
                  words.isEmpty() ? found.group(2) : words + found.group(2) + ")");
            });
    plain = STRONG.matcher(plain).replaceAll("$2");
    plain = SLANTED.matcher(plain).replaceAll("$1");
    return ESCAPED.matcher(plain).replaceAll("$1");
  }
}
