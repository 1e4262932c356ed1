package io.evenkeel.blameless;

import java.util.List;
import java.util.Set;

/** One sentence, cell or heading, as words and signs. Outside of it there is the word "". */
record Sentence(List<Token> tokens, Names names) {

  int size() {
    return tokens.size();
  }

  String word(int at) {
    return at < 0 || at >= tokens.size() ? "" : tokens.get(at).word();
  }

  boolean is(int at, Set<String> words) {
    return words.contains(word(at));
  }

  boolean has(Set<String> words) {
    return tokens.stream().anyMatch(token -> words.contains(token.word()));
  }

  /** Whether a person of the incident is named there, or mentioned. */
  boolean name(int at) {
    if (at < 0 || at >= tokens.size()) {
      return false;
    }
    Token token = tokens.get(at);
    return token.word().startsWith("@") || names.has(token);
  }

  boolean question() {
    return word(size() - 1).equals("?");
  }

  /** Whether a sign, or nothing, stands there. */
  boolean edge(int at) {
    return at < 0 || at >= tokens.size() || tokens.get(at).sign();
  }

  /** Whether one of the few words before says that it is not so. */
  boolean denied(int at, int reach) {
    for (int i = at - 1; i >= Math.max(0, at - reach); i--) {
      if (is(i, DENIALS)) {
        return true;
      }
    }
    return false;
  }

  private static final Set<String> DENIALS =
      Words.set(
          "not no never nothing neither nor hardly rarely without non beyond rather instead less");
}
