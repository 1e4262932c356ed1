package io.evenkeel.blameless;

/**
 * A word or a sign of a sentence.
 *
 * @param word in lower case; a contraction is read as its parts ("didn't": did, not)
 * @param start offset in the text, UTF-16
 * @param capital whether it is written with a capital letter
 */
record Token(String word, int start, int end, boolean capital) {
  /** Stands for code or quoted words: a thing, whatever was said in it. */
  static final char HIDDEN = '\uFFFC';

  boolean sign() {
    char first = word.charAt(0);
    return !Character.isLetterOrDigit(first) && first != '\'' && first != '@' && first != HIDDEN;
  }

  boolean hidden() {
    return word.charAt(0) == HIDDEN;
  }
}
