package io.evenkeel.blameless;

/** Takes what a check has found in a sentence. */
interface Found {

  /**
   * @param from the first word of it
   * @param to after the last word of it
   */
  void add(Rule rule, int from, int to, String rewrite);
}
