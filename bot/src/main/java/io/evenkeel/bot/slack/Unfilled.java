package io.evenkeel.bot.slack;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a template asks for and nobody has filled in: a question in square brackets. */
final class Unfilled {
  private static final Pattern QUESTION = Pattern.compile("\\[[^\\[\\]\\n]{1,200}\\?\\]");
  private static final int SHOWN = 80;

  private Unfilled() {}

  /** What to say under the field; empty when nothing is left to fill in. */
  static Optional<String> words(String text) {
    var left = QUESTION.matcher(text);
    if (!left.find()) {
      return Optional.empty();
    }
    String first = left.group();
    String shown = first.length() <= SHOWN ? first : first.substring(0, SHOWN - 2) + "…]";
    return Optional.of("Fill this in or delete it: " + shown);
  }
}
