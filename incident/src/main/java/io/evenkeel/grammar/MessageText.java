package io.evenkeel.grammar;

import io.evenkeel.incident.Wording;
import java.util.ArrayList;
import java.util.List;

/** What people wrote in Slack's messages, as plain text. */
public final class MessageText {
  /** As long as a note may be, in code points; the rest is where the message is. */
  private static final int MOST = 3_000;

  private static final int MOST_NAMES = 20;
  private static final int LONGEST_NAME = 120;

  private MessageText() {}

  /**
   * The words as they are read in Slack, with names for people and channels, and behind them the
   * names of images and files. Nothing in it is markup.
   *
   * @return not empty
   */
  public static String of(Wording wording, Directory directory) {
    var parts = new ArrayList<String>();
    String words = cut(words(wording.text(), directory));
    if (!words.isEmpty()) {
      parts.add(words);
    }
    names(parts, "image", wording.images());
    names(parts, "file", wording.files());
    return parts.isEmpty() ? "(a message without words)" : String.join(" ", parts);
  }

  /** The first line of a message, as a title can be. */
  public static String title(String text) {
    String line = Limit.TITLE.fit(text.lines().findFirst().orElse(""));
    int most = 200;
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
  }

  private static String words(String text, Directory directory) {
    var plain = new StringBuilder();
    var token = SlackToken.ANY.matcher(text);
    int from = 0;
    while (token.find()) {
      plain.append(Entities.decoded(text.substring(from, token.start())));
      plain.append(SlackToken.plain(token.group(), directory));
      from = token.end();
    }
    plain.append(Entities.decoded(text.substring(from)));
    return CleanText.trimmed(CleanText.of(plain.toString()));
  }

  private static String cut(String words) {
    return words.codePointCount(0, words.length()) <= MOST
        ? words
        : words.substring(0, words.offsetByCodePoints(0, MOST)) + "… (the rest is in Slack)";
  }

  private static void names(List<String> parts, String what, List<String> names) {
    for (String name : names.subList(0, Math.min(MOST_NAMES, names.size()))) {
      String clean = CleanText.trimmed(CleanText.of(name).replace('\n', ' '));
      String shown =
          clean.codePointCount(0, clean.length()) <= LONGEST_NAME
              ? clean
              : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME)) + "…";
      parts.add("[" + what + (shown.isEmpty() ? "" : ": " + shown) + "]");
    }
  }
}
