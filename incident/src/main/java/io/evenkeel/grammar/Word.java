package io.evenkeel.grammar;

/**
 * A piece of what was typed: a word, a Slack token, or words held together by double quotes.
 *
 * @param raw as typed, with its quotes
 * @param start where it begins in what was typed
 */
record Word(String raw, int start) {
  int end() {
    return start + raw.length();
  }

  /** Wholly in double quotes: text and nothing else. */
  boolean quoted() {
    return raw.length() >= 2
        && Words.quote(raw.charAt(0))
        && Words.closing(raw, 0) == raw.length() - 1;
  }

  /** A mention, a channel or a link as Slack writes it. */
  boolean token() {
    return SlackToken.ANY.matcher(raw).matches();
  }

  boolean plain() {
    return !quoted() && !token();
  }

  Word part(int from, int to) {
    return new Word(raw.substring(from, to), start + from);
  }
}
