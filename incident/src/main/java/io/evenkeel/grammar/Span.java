package io.evenkeel.grammar;

import java.util.List;
import java.util.stream.Collectors;

/** Some words of what was typed, in order; others between them may have been taken out. */
record Span(String source, List<Word> words) {
  Span {
    words = List.copyOf(words);
  }

  boolean empty() {
    return words.isEmpty();
  }

  Word first() {
    return words.getFirst();
  }

  int start() {
    return words.getFirst().start();
  }

  int end() {
    return words.getLast().end();
  }

  Span from(int index) {
    return new Span(source, words.subList(index, words.size()));
  }

  Span until(int index) {
    return new Span(source, words.subList(0, index));
  }

  /** Without a dash or colon that only joins it to what stood before or behind it. */
  Span withoutDash() {
    Span rest = this;
    while (rest.words.size() > 1 && rest.first().raw().matches("[-–—:|]+")) {
      rest = rest.from(1);
    }
    while (rest.words.size() > 1 && rest.words.getLast().raw().matches("[-–—:|]+")) {
      rest = rest.until(rest.words.size() - 1);
    }
    return rest;
  }

  /** As text for people: mentions by name, escapes undone, white space as it was typed. */
  String text(Directory directory) {
    if (words.size() == 1 && first().quoted()) {
      String raw = first().raw();
      return readable(raw.substring(1, raw.length() - 1), directory);
    }
    var typed = new StringBuilder();
    int end = -1;
    for (Word word : words) {
      if (end >= 0) {
        typed.append(gap(end, word.start()));
      }
      typed.append(word.raw());
      end = word.end();
    }
    return readable(typed.toString(), directory);
  }

  /** The words alone, one space between them, quotes taken off: to compare with known words. */
  String compact(Directory directory) {
    return words.stream()
        .map(word -> new Span(source, List.of(word)).text(directory))
        .collect(Collectors.joining(" "));
  }

  /**
   * The white space before a word; where others were taken out, only that after the last of them.
   */
  private String gap(int end, int start) {
    int from = start;
    while (from > end && CleanText.space(source.charAt(from - 1))) {
      from--;
    }
    String space = source.substring(from, start);
    return space.isEmpty() && from > end ? " " : space;
  }

  static String readable(String raw, Directory directory) {
    var text = new StringBuilder();
    var tokens = SlackToken.ANY.matcher(raw);
    int done = 0;
    while (tokens.find()) {
      text.append(Entities.decoded(raw.substring(done, tokens.start())));
      text.append(SlackToken.plain(tokens.group(), directory));
      done = tokens.end();
    }
    text.append(Entities.decoded(raw.substring(done)));
    return CleanText.trimmed(CleanText.of(text.toString()));
  }
}
