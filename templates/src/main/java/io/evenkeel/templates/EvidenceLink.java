package io.evenkeel.templates;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A link to evidence, that nothing in the address can break out of. */
final class EvidenceLink {
  private static final Pattern WEB =
      Pattern.compile("https?://[^\\s\\p{Cntrl}]+", Pattern.CASE_INSENSITIVE);

  /** RFC 3986's characters without those that mean something to Markdown, HTML or formulas. */
  private static final String PLAIN = "-._~:/?#@!&'+,;=";

  private EvidenceLink() {}

  /**
   * @return Markdown; an address that is none of the web is shown as text; empty without one
   */
  static Object of(@Nullable String source) {
    if (source == null || source.isBlank()) {
      return "";
    }
    return WEB.matcher(source.strip()).matches()
        ? new Ready("[evidence](" + destination(source.strip()) + ")")
        : "evidence: " + source.strip().replaceAll("\\s+", " ");
  }

  private static String destination(String address) {
    var out = new StringBuilder();
    byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      if (c == '&') {
        out.append("&amp;"); // what it means in an address that Markdown reads
      } else if (letterOrDigit(c) || PLAIN.indexOf(c) >= 0 || (c == '%' && encoded(bytes, i))) {
        out.append(c);
      } else {
        out.append('%').append("%02X".formatted((int) c));
      }
    }
    return out.toString();
  }

  private static boolean encoded(byte[] bytes, int at) {
    return at + 2 < bytes.length
        && Character.digit(bytes[at + 1], 16) >= 0
        && Character.digit(bytes[at + 2], 16) >= 0;
  }

  private static boolean letterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
