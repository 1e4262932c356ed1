package io.evenkeel.bot.hooks;

/**
 * Text that a machine sent, made fit to keep: no character that nobody sees (controls, marks that
 * turn the direction of writing, halves of characters), and no longer than is read.
 */
final class Clean {
  private static final String CUT = "…";

  private Clean() {}

  /** On one line, without blanks around it. */
  static String line(String text, int most) {
    return clean(text, most, false).strip();
  }

  /** Lines and tabs are kept. */
  static String text(String text, int most) {
    return clean(text, most, true).strip();
  }

  /**
   * @param most characters of the result, with the sign that more was there
   */
  private static String clean(String text, int most, boolean lines) {
    var kept = new StringBuilder(Math.min(text.length(), most + 2));
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (lines && (point == '\n' || point == '\t')) {
        kept.append((char) point);
      } else if (point == '\n' || point == '\t' || point == 0x2028 || point == 0x2029) {
        kept.append(' ');
      } else if (seen(point)) {
        kept.appendCodePoint(point);
      }
      if (kept.length() > most) {
        return cut(kept, most);
      }
    }
    return kept.toString();
  }

  private static String cut(StringBuilder kept, int most) {
    int end = most - CUT.length();
    if (Character.isHighSurrogate(kept.charAt(end - 1))) {
      end--;
    }
    return kept.substring(0, end).stripTrailing() + CUT;
  }

  private static boolean seen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
      default -> true;
    };
  }
}
