package io.evenkeel.blameless;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides what is quoted, code or an address within lines. */
final class Inline {
  /** A quote that is longer than this was never closed. */
  private static final int LONGEST_QUOTE = 2000;

  private static final Pattern ADDRESS =
      Pattern.compile("<?https?://[^\\s<>)]{1,2000}>?|<[a-zA-Z/][^<>\n@]{0,500}>");

  private static final Pattern TARGET =
      Pattern.compile("\\](\\([^()\\s]{0,2000}[^()\n]{0,200}\\)|\\[[^\\]\n]{0,200}\\])");

  private final char[] shown;

  Inline(char[] shown) {
    this.shown = shown;
  }

  String hide() {
    code();
    all(TARGET, 1, ' ');
    all(ADDRESS, 0, Token.HIDDEN);
    int start = 0;
    String text = new String(shown);
    while (start < text.length()) {
      int end = text.indexOf("\n\n", start);
      int after = end < 0 ? text.length() : end;
      quotes(text, start, after);
      start = after + 2;
    }
    return new String(shown);
  }

  private void code() {
    int at = 0;
    while (at < shown.length) {
      if (shown[at] != '`' || (at > 0 && shown[at - 1] == '\\')) {
        at++;
        continue;
      }
      int run = run(at);
      int close = at + run;
      while (close < shown.length && !(shown[close] == '`' && run(close) == run)) {
        boolean newParagraph =
            shown[close] == '\n' && close + 1 < shown.length && shown[close + 1] == '\n';
        close = newParagraph ? shown.length : close + Math.max(1, run(close));
      }
      if (close < shown.length) {
        Arrays.fill(shown, at, close + run, Token.HIDDEN);
        at = close + run;
      } else {
        at += run;
      }
    }
  }

  private int run(int at) {
    int end = at;
    while (end < shown.length && shown[end] == '`') {
      end++;
    }
    return end - at;
  }

  private void all(Pattern pattern, int group, char sign) {
    Matcher found = pattern.matcher(new String(shown));
    while (found.find()) {
      Arrays.fill(shown, found.start(group), found.end(group), sign);
    }
  }

  private void quotes(String text, int from, int to) {
    int at = from;
    while (at < to) {
      int close = opens(text, at) ? close(text, at, to) : -1;
      if (close > 0) {
        Arrays.fill(shown, at, close + 1, Token.HIDDEN);
        at = close;
      }
      at++;
    }
  }

  /** A sign that opens a quote; a double one behind a digit is inches. */
  private static boolean opens(String text, int at) {
    char sign = text.charAt(at);
    boolean free = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    return switch (sign) {
      case '"', '\'', '‘' -> free && text.length() > at + 1 && text.charAt(at + 1) > ' ';
      case '“', '„', '«' -> true;
      default -> false;
    };
  }

  private static int close(String text, int open, int to) {
    char sign = text.charAt(open);
    String closing =
        switch (sign) {
          case '“' -> "”";
          case '„' -> "“”";
          case '«' -> "»";
          case '‘' -> "’";
          default -> String.valueOf(sign);
        };
    boolean single = sign == '\'' || sign == '‘';
    int most = Math.min(to, open + (single ? 200 : LONGEST_QUOTE));
    for (int i = open + 1; i < most; i++) {
      boolean inWord = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
      if (closing.indexOf(text.charAt(i)) >= 0 && !(single && inWord)) {
        return i;
      }
    }
    return -1;
  }
}
