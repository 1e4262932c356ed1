package io.evenkeel.grammar;

import io.evenkeel.incident.Prose;

/** How long texts may be, counted in characters as people count them (code points). */
enum Limit {
  /** One line: line breaks and runs of spaces become one space. */
  TITLE("title", 200),
  TEXT("text", 3_000),
  /** One line on the card. */
  LINE("text", 200),
  SERVICE("service", 80),
  /** With a title it still fits the button that begins a separate incident. */
  SUMMARY("summary", 1_000);

  private final String what;
  private final int most;

  Limit(String what, int most) {
    this.what = what;
    this.most = most;
  }

  String fit(String text) {
    return switch (this) {
      case TITLE, LINE, SERVICE ->
          CleanText.trimmed(text.replaceAll("[\\s\\p{Zs}&&[^\\u00a0\\u202f]]+", " "));
      case TEXT, SUMMARY -> text;
    };
  }

  boolean over(String text) {
    return length(text) > most;
  }

  Prose words(String text) {
    return Prose.of(
        "Nothing was recorded: this %s has %,d characters and %,d is the most. Please say it shorter."
            .formatted(what, length(text), most));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
