package io.evenkeel.blameless;

/**
 * Words that judge a person, and a question to put in their place.
 *
 * @param words as they stand in the text
 * @param why what is wrong with them, for the author
 * @param rewrite a what or how question
 */
public record Finding(Rule rule, Level level, Span span, String words, String why, String rewrite) {

  /**
   * Where it stands.
   *
   * @param line from 1
   * @param column from 1, in UTF-16 units
   * @param start offset from 0 in UTF-16 units
   * @param end offset after the last one
   */
  public record Span(int line, int column, int start, int end) {}
}
