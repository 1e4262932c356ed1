package io.evenkeel.bot.view;

import java.util.ArrayList;
import java.util.List;

/** Long words in several sections, because Slack takes no more than 3,000 characters in one. */
final class Pieces {
  private Pieces() {}

  /**
   * Rendered mrkdwn in pieces of at most {@code limit}, split between words where there are any,
   * and never within {@code <…>} or {@code &…;}.
   */
  static List<String> of(int limit, String mrkdwn) {
    var pieces = new ArrayList<String>();
    String rest = mrkdwn;
    while (rest.length() > limit) {
      int at = split(rest, limit);
      pieces.add(rest.substring(0, at).stripTrailing());
      rest = rest.substring(at).stripLeading();
    }
    if (!rest.isEmpty()) {
      pieces.add(rest);
    }
    return pieces;
  }

  private static int split(String text, int limit) {
    int space = 0;
    int anywhere = 0;
    int within = 0;
    for (int i = 0; i <= limit && i < text.length(); i++) {
      char c = text.charAt(i);
      if (within == 0 && i > 0 && !Character.isLowSurrogate(c)) {
        anywhere = i;
        if (Character.isWhitespace(c)) {
          space = i;
        }
      }
      within =
          switch (c) {
            case '<', '&' -> c;
            case '>' -> within == '<' ? 0 : within;
            case ';' -> within == '&' ? 0 : within;
            default -> within;
          };
    }
    if (space > limit / 2) {
      return space;
    }
    return anywhere == 0 ? limit : anywhere;
  }
}
