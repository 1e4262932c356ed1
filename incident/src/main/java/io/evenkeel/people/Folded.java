package io.evenkeel.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as names are looked for in it: lower case, without accents, invisible signs and Markdown's
 * backslashes and emphasis, any blanks as one. Knows where each character came from.
 */
final class Folded {
  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  /** As YAML writes them in quotes. */
  private static final String LESS = "\\u003c";

  private static final String GREATER = "\\u003e";

  private final StringBuilder folded = new StringBuilder();
  private final BitSet gaps = new BitSet();
  private int[] from;
  private final String text;

  Folded(String text) {
    this.text = text;
    from = new int[text.length() + 16];
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (text.startsWith(LESS, at) || text.startsWith(GREATER, at)) {
        put(text.startsWith(LESS, at) ? "<" : ">", at);
        next = at + LESS.length();
      } else if (text.startsWith("%20", at)) {
        put(" ", at);
        next = at + 3;
      } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
        if (folded.isEmpty() || folded.charAt(folded.length() - 1) != ' ') {
          put(" ", at);
        }
      } else if (!invisible(point) && !markup(point, next)) {
        put(fold(point), at);
      }
      at = next;
    }
    from = Arrays.copyOf(from, folded.length() + 1);
    from[folded.length()] = text.length();
  }

  static String of(String name) {
    return new Folded(name).toString().strip();
  }

  int length() {
    return folded.length();
  }

  char at(int index) {
    return index < 0 || index >= folded.length() ? ' ' : folded.charAt(index);
  }

  /** Whether a low line stood before that character: it may part words, or belong to one. */
  boolean gap(int index) {
    return gaps.get(index);
  }

  /** So many characters from there, or "" when there are not as many. */
  String part(int index, int length) {
    return index + length > folded.length() ? "" : folded.substring(index, index + length);
  }

  boolean begins(int index, String name) {
    if (index + name.length() > folded.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (folded.charAt(index + i) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The offset in the text of what became the character there. */
  int origin(int index) {
    return from[index];
  }

  /** The offset after what became the character before that one, without blanks that follow. */
  int end(int index) {
    int last = from[index - 1];
    return text.startsWith(LESS, last) || text.startsWith(GREATER, last)
        ? last + LESS.length()
        : last + Character.charCount(text.codePointAt(last));
  }

  @Override
  public String toString() {
    return folded.toString();
  }

  private void put(String signs, int origin) {
    for (int i = 0; i < signs.length(); i++) {
      if (folded.length() + 1 >= from.length) {
        from = Arrays.copyOf(from, from.length * 2);
      }
      from[folded.length()] = origin;
      folded.append(signs.charAt(i));
    }
  }

  private static String fold(int point) {
    if (point < 128) {
      return String.valueOf((char) Character.toLowerCase(point));
    }
    String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
    return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static boolean invisible(int point) {
    int type = Character.getType(point);
    return type == Character.FORMAT
        || type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.CONTROL;
  }

  /** A backslash before a sign, a star, a low line: what Markdown may or may not show. */
  private boolean markup(int point, int next) {
    if (point == '\\') {
      return next < text.length() && !Character.isLetterOrDigit(text.codePointAt(next));
    }
    if (point == '_') {
      gaps.set(folded.length());
    }
    return point == '_' || point == '*';
  }
}
