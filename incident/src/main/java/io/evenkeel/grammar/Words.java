package io.evenkeel.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what was typed into words. Only double quotes group, straight or smart; an apostrophe is
 * text, and so is a quote right after a digit ({@code 19" rack}).
 *
 * @param unclosed where a quote opens that never closes; -1 when all close
 */
record Words(List<Word> list, int unclosed) {
  private static final String QUOTES = "\"“”„";

  static boolean quote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  /** Where the quote that opens at {@code open} closes; -1 when it does not. */
  static int closing(String text, int open) {
    for (int i = open + 1; i < text.length(); i++) {
      if (quote(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  static Words of(String text) {
    var words = new ArrayList<Word>();
    var tokens = SlackToken.ANY.matcher(text);
    int start = -1;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean token = c == '<' && tokens.region(i, text.length()).lookingAt();
      if (start >= 0 && (token || CleanText.space(c))) {
        words.add(new Word(text.substring(start, i), start));
        start = -1;
      }
      if (token) {
        words.add(new Word(tokens.group(), i));
        i = tokens.end();
      } else if (CleanText.space(c)) {
        i++;
      } else {
        start = start < 0 ? i : start;
        if (quote(c) && !inches(text, i)) {
          int close = closing(text, i);
          if (close < 0) {
            return new Words(List.copyOf(words), i);
          }
          i = close;
        }
        i++;
      }
    }
    if (start >= 0) {
      words.add(new Word(text.substring(start), start));
    }
    return new Words(List.copyOf(words), -1);
  }

  private static boolean inches(String text, int at) {
    return text.charAt(at) == '"' && at > 0 && Character.isDigit(text.charAt(at - 1));
  }
}
