package io.evenkeel.sandbox.page.markup;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * The only place where text becomes HTML. What comes in is hostile: it may hold tags, quotes,
 * control characters and marks that turn the reading direction around.
 */
public final class Html {

  private static final Set<String> SAFE_SCHEMES = Set.of("http", "https", "mailto", "tel");

  private Html() {}

  /**
   * Text that is safe in an element and in a quoted attribute. Control characters (but for tab and
   * line breaks) and bidirectional overrides are left out: they could make words look like others.
   */
  public static String escape(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        case '`' -> html.append("&#96;");
        default -> {
          if (!misleading(c)) {
            html.append(c);
          }
        }
      }
    }
    return html.toString();
  }

  /** The text without the characters that {@link #escape} leaves out; still text, not HTML. */
  static String readable(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.chars().filter(c -> !misleading((char) c)).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  /** Undoes Slack's escaping of exactly {@code & < >}; the result is text, not HTML. */
  static String unescapeSlack(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** Whether an address may become a link: an absolute one of a scheme that runs nothing. */
  static boolean safeLink(String address) {
    try {
      String scheme = new URI(address).getScheme();
      return scheme != null && SAFE_SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** A link that opens apart from the page, or just its words where the address is not safe. */
  static String link(String address, String htmlWords) {
    if (!safeLink(address)) {
      return htmlWords;
    }
    return "<a href=\"%s\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">%s</a>"
        .formatted(escape(address), htmlWords);
  }

  private static boolean misleading(char c) {
    return (c < ' ' && c != '\n' && c != '\t')
        || (c >= '\u007f' && c <= '\u009f')
        || c == '\u061c'
        || c == '\u200e'
        || c == '\u200f'
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
