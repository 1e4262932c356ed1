package io.evenkeel.chaos.check;

/** What the bot's words claim about a command. */
public enum Said {
  /** An answer of its own: what was done, or why nothing was. It stands in the inbox. */
  ANSWERED,
  /** "NOT recorded": that must be so, also later. */
  NOT_RECORDED,
  /** It may be recorded or not, and that was said. */
  MAYBE,
  /** No answer, or none that promises anything. */
  NOTHING;

  /**
   * @param status the HTTP status; 0 when there was no answer
   * @param words the acknowledgement's text
   */
  static Said of(int status, String words) {
    if (status != 200 || words.isBlank()) {
      return NOTHING;
    }
    if (words.startsWith("NOT recorded")) {
      return NOT_RECORDED;
    }
    if (words.startsWith("This cannot be shown") || words.startsWith("This could not be read")) {
      return NOTHING; // a question
    }
    boolean doubt =
        words.startsWith("This may be recorded")
            || words.startsWith("This takes longer than it should")
            || words.startsWith("The database still does not answer")
            || words.startsWith("Sorry, something went wrong");
    return doubt ? MAYBE : ANSWERED;
  }
}
