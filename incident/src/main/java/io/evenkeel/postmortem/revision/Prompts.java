package io.evenkeel.postmortem.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The questions that a draft puts to people, {@code <!-- prompt: … -->}, and their answers. */
final class Prompts {
  private static final Pattern PROMPT = Pattern.compile("\\s*<!-- prompt: (.*?) -->\\s*");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?(?:-->|\\z)");
  private static final Pattern FOLDED = Pattern.compile("(?m)^\\[evenkeel: [A-Za-z0-9_.-]+]$");

  private Prompts() {}

  static Optional<String> question(String line) {
    Matcher match = PROMPT.matcher(line);
    return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
  }

  /** Those of a section that nobody has answered. What stands under several answers them all. */
  static List<String> open(Section section) {
    var open = new ArrayList<String>();
    var asked = new ArrayList<String>();
    for (String line : Lines.of(section.body())) {
      Optional<String> question = question(line);
      if (question.isPresent()) {
        asked.add(question.get());
      } else if (!said(line).isEmpty()) {
        asked.clear();
      }
    }
    open.addAll(asked);
    return open;
  }

  /** What people say in a text: without comments, prompts and what is the machine's. */
  static String said(String text) {
    return FOLDED.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("").strip();
  }
}
