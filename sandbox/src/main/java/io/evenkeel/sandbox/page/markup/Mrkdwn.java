package io.evenkeel.sandbox.page.markup;

import java.util.ArrayList;
import java.util.List;

/**
 * Slack's mrkdwn to HTML: code fences and quotes here, everything inside a line in {@link Inline}.
 */
final class Mrkdwn {

  private static final String FENCE = "```";

  private final Reader reader;

  Mrkdwn(Reader reader) {
    this.reader = reader;
  }

  /** HTML for text as Slack stores it: {@code & < >} escaped, references in angle brackets. */
  String html(String text) {
    StringBuilder html = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf(FENCE, at);
      int close = open < 0 ? -1 : text.indexOf(FENCE, open + FENCE.length());
      if (close <= open + FENCE.length()) {
        lines(text.substring(at), html);
        return html.toString();
      }
      lines(trimLastBreak(text.substring(at, open)), html);
      String code = text.substring(open + FENCE.length(), close);
      html.append("<pre>").append(new Inline(reader).code(trimBreaks(code))).append("</pre>");
      at = close + FENCE.length();
      if (at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
    }
    return html.toString();
  }

  private void lines(String text, StringBuilder html) {
    if (text.isEmpty()) {
      return;
    }
    List<String> plain = new ArrayList<>();
    List<String> quoted = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("&gt;")) {
        flush(plain, html, "", "");
        quoted.add(line.substring("&gt;".length()).stripLeading());
      } else {
        flush(quoted, html, "<blockquote>", "</blockquote>");
        plain.add(line);
      }
    }
    flush(quoted, html, "<blockquote>", "</blockquote>");
    flush(plain, html, "", "");
  }

  private void flush(List<String> lines, StringBuilder html, String open, String close) {
    if (lines.isEmpty()) {
      return;
    }
    html.append(open);
    Inline inline = new Inline(reader);
    html.append(String.join("<br>", lines.stream().map(inline::html).toList()));
    html.append(close);
    lines.clear();
  }

  private static String trimBreaks(String code) {
    String text = code.startsWith("\n") ? code.substring(1) : code;
    return trimLastBreak(text);
  }

  private static String trimLastBreak(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
