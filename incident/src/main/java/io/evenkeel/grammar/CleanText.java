package io.evenkeel.grammar;

/**
 * Takes out what nobody typed on purpose and nobody sees: control characters, bidirectional marks
 * (they can make a title read backwards) and other invisible ones. Letters of every script and
 * joined emoji stay. Line breaks stay, as {@code \n}.
 */
final class CleanText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int BLACK_FLAG = 0x1F3F4;

  private CleanText() {}

  static String of(String typed) {
    String text = typed.replace("\r\n", "\n");
    var clean = new StringBuilder(text.length());
    int before = -1;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      int kept = kept(point, before, i < text.length() ? text.codePointAt(i) : -1);
      if (kept >= 0) {
        clean.appendCodePoint(kept);
        before = kept;
      }
    }
    return clean.toString();
  }

  /** Without the white space at both ends, no-break spaces included. */
  static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && space(text.charAt(start))) {
      start++;
    }
    while (end > start && space(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  static boolean space(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static int kept(int point, int before, int after) {
    return switch (point) {
      case '\n', '\r', 0x2028, 0x2029 -> '\n';
      case '\t' -> ' ';
      case ZERO_WIDTH_NON_JOINER, ZERO_WIDTH_JOINER ->
          visible(before) && visible(after) ? point : -1;
      default -> {
        if (point >= 0xE0020 && point <= 0xE007F) {
          yield before == BLACK_FLAG || (before >= 0xE0020 && before <= 0xE007F) ? point : -1;
        }
        yield switch (Character.getType(point)) {
          case Character.CONTROL -> -1;
          case Character.SURROGATE -> 0xFFFD;
          case Character.FORMAT -> visibleFormat(point) ? point : -1;
          default -> point;
        };
      }
    };
  }

  /** Number and verse signs of Arabic, Syriac and Kaithi, which Unicode files under format. */
  private static boolean visibleFormat(int point) {
    return (point >= 0x0600 && point <= 0x0605)
        || point == 0x06DD
        || point == 0x070F
        || point == 0x0890
        || point == 0x0891
        || point == 0x08E2
        || point == 0x110BD
        || point == 0x110CD;
  }

  private static boolean visible(int point) {
    return point >= 0
        && !Character.isWhitespace(point)
        && !Character.isSpaceChar(point)
        && Character.getType(point) != Character.CONTROL
        && Character.getType(point) != Character.FORMAT;
  }
}
