package io.evenkeel.bot.view;

import java.util.function.UnaryOperator;

/** Shortens text to Slack's limits, never through the middle of a character. */
final class Fit {
  /** Text of a section block. */
  static final int SECTION = 3000;

  /** Text of a header block. */
  static final int HEADER = 150;

  /** {@code chat.update} refuses more than 4,000 with msg_too_long. */
  static final int MESSAGE = 3900;

  /** So much of one text is shown in a message; the timeline and the exports have it all. */
  static final int WORDS = 2500;

  private Fit() {}

  static String plain(String text, int limit) {
    return fitting(text, limit, UnaryOperator.identity());
  }

  /** As much of the text as fits once it is rendered, with an ellipsis where it was cut. */
  static String fitting(String text, int limit, UnaryOperator<String> rendered) {
    String whole = rendered.apply(text);
    if (whole.length() <= limit) {
      return whole;
    }
    int least = 0;
    int most = Math.min(text.length(), Math.max(0, limit));
    while (least < most) {
      int middle = (least + most + 1) >>> 1;
      if (rendered.apply(text.substring(0, middle)).length() <= limit - 1) {
        least = middle;
      } else {
        most = middle - 1;
      }
    }
    int end = least > 0 && Character.isHighSurrogate(text.charAt(least - 1)) ? least - 1 : least;
    return limit < 1 ? "" : rendered.apply(text.substring(0, end)).stripTrailing() + "…";
  }
}
