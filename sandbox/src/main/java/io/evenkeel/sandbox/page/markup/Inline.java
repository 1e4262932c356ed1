package io.evenkeel.sandbox.page.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of mrkdwn: bold, italic, strike, code, emoji, references, bare addresses. */
final class Inline {

  private static final Pattern BARE_LINK =
      Pattern.compile("https?://[^\\s<>|*`\"]+[^\\s<>|*`\".,;:!?)\\]']");
  private static final Pattern EMOJI = Pattern.compile(":([a-z0-9_+'-]{1,50}):");
  private static final int DEEPEST = 8;

  private final Reader reader;

  Inline(Reader reader) {
    this.reader = reader;
  }

  String html(String line) {
    StringBuilder html = new StringBuilder();
    line(line, html, 0);
    return html.toString();
  }

  /** Code keeps its characters; only references are drawn. */
  String code(String text) {
    StringBuilder html = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('<', at);
      int close = open < 0 ? -1 : text.indexOf('>', open);
      if (close < 0) {
        break;
      }
      html.append(plain(text.substring(at, open)));
      html.append(Reference.html(text.substring(open + 1, close), reader));
      at = close + 1;
    }
    return html.append(plain(text.substring(at))).toString();
  }

  private void line(String line, StringBuilder html, int depth) {
    int at = 0;
    int plainFrom = 0;
    while (at < line.length()) {
      Piece piece = pieceAt(line, at, depth);
      if (piece == null) {
        at++;
      } else {
        html.append(plain(line.substring(plainFrom, at))).append(piece.html());
        at = piece.end();
        plainFrom = at;
      }
    }
    html.append(plain(line.substring(plainFrom)));
  }

  /** Something special that was recognised, and where it ends. */
  private record Piece(String html, int end) {}

  private @Nullable Piece pieceAt(String line, int at, int depth) {
    return switch (line.charAt(at)) {
      case '<' -> reference(line, at);
      case '`' -> codeSpan(line, at);
      case '*' -> styled(line, at, "strong", depth);
      case '_' -> styled(line, at, "em", depth);
      case '~' -> styled(line, at, "del", depth);
      case ':' -> emoji(line, at);
      case 'h' -> bareLink(line, at);
      default -> null;
    };
  }

  private @Nullable Piece reference(String line, int at) {
    int close = line.indexOf('>', at);
    return close < at + 2
        ? null
        : new Piece(Reference.html(line.substring(at + 1, close), reader), close + 1);
  }

  private @Nullable Piece codeSpan(String line, int at) {
    int close = line.indexOf('`', at + 1);
    return close < at + 2
        ? null
        : new Piece("<code>" + code(line.substring(at + 1, close)) + "</code>", close + 1);
  }

  private @Nullable Piece styled(String line, int at, String tag, int depth) {
    char mark = line.charAt(at);
    if (depth >= DEEPEST || (at > 0 && wordly(line.charAt(at - 1)))) {
      return null;
    }
    if (at + 1 >= line.length() || Character.isWhitespace(line.charAt(at + 1))) {
      return null;
    }
    for (int end = at + 2; end < line.length(); end++) {
      if (line.charAt(end) == mark
          && !Character.isWhitespace(line.charAt(end - 1))
          && (end + 1 == line.length() || !wordly(line.charAt(end + 1)))) {
        StringBuilder inner = new StringBuilder();
        line(line.substring(at + 1, end), inner, depth + 1);
        return new Piece("<%s>%s</%s>".formatted(tag, inner, tag), end + 1);
      }
    }
    return null;
  }

  private static @Nullable Piece emoji(String line, int at) {
    Matcher name = EMOJI.matcher(line).region(at, line.length());
    if (!name.lookingAt()) {
      return null;
    }
    String glyph = Emoji.glyph(name.group(1));
    return glyph == null ? null : new Piece(glyphHtml(glyph, name.group(1)), name.end());
  }

  static String glyphHtml(String glyph, String name) {
    return "<span class=\"emoji\" title=\":%s:\">%s</span>"
        .formatted(Html.escape(name), Html.escape(glyph));
  }

  private static @Nullable Piece bareLink(String line, int at) {
    Matcher address = BARE_LINK.matcher(line).region(at, line.length());
    if ((at > 0 && wordly(line.charAt(at - 1))) || !address.lookingAt()) {
      return null;
    }
    String text = Html.unescapeSlack(address.group());
    return new Piece(Html.link(text, Html.escape(text)), address.end());
  }

  private static boolean wordly(char c) {
    return Character.isLetterOrDigit(c);
  }

  private static String plain(String text) {
    return Html.escape(Html.unescapeSlack(text));
  }
}
