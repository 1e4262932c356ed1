package io.evenkeel.bot.measure;

/**
 * What became of measuring.
 *
 * @param <T> what is measured
 */
public sealed interface Outcome<T> {
  record Taken<T>(T value) implements Outcome<T> {}

  /**
   * @param why as a sentence, for people
   */
  record Not<T>(String why) implements Outcome<T> {}
}
