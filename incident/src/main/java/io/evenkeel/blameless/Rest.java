package io.evenkeel.blameless;

import java.util.Set;

/** What a verb is followed by, in the author's words, for a question that keeps them. */
final class Rest {
  private static final int MOST_WORDS = 12;
  private static final Set<String> ENDS = Words.set(". , ; ! ?");

  private Rest() {}

  /** The words from there to the end of the clause; "" when they cannot be repeated as they are. */
  static String of(Sentence in, int from) {
    var rest = new StringBuilder();
    int end = -1;
    int at = from;
    while (at < in.size() && !in.is(at, ENDS)) {
      Token token = in.tokens().get(at);
      boolean once = token.word().equals("once") && in.word(at - 1).equals("at");
      if (in.is(at, Words.CONJUNCTIONS) || (in.is(at, Words.CLAUSE) && !once)) {
        break;
      }
      boolean own = token.hidden() || in.name(at) || in.is(at, Words.PRONOUNS) || token.sign();
      if (own || at - from >= MOST_WORDS) {
        return "";
      }
      rest.append(end >= 0 && token.start() > end ? " " : "").append(token.word());
      end = token.end();
      at++;
    }
    boolean open = in.word(at).equals("that") || in.is(at - 1, Words.PREPOSITIONS);
    return open ? "" : rest.toString();
  }
}
