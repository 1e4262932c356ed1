package io.evenkeel.grammar;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack escapes ampersand, less-than and greater-than. The escaped quotes are for our own buttons
 * ({@link io.evenkeel.incident.Offer#quoted}): Slack leaves them alone, and what a person types as
 * such an escape arrives with its ampersand escaped.
 */
final class Entities {
  private static final Pattern ANY = Pattern.compile("&(?:amp|lt|gt|quot|ldquo|rdquo|bdquo);");
  private static final Map<String, String> MEANING =
      Map.of(
          "&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&ldquo;", "“", "&rdquo;", "”",
          "&bdquo;", "„");

  private Entities() {}

  /** Unescaped exactly once. */
  static String decoded(String text) {
    return ANY.matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(MEANING.getOrDefault(match.group(), "")));
  }
}
