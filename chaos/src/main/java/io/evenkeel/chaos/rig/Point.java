package io.evenkeel.chaos.rig;

import org.jspecify.annotations.Nullable;

/**
 * A moment in what the bot and Postgres say to each other.
 *
 * @param text must have gone from the bot to Postgres within the transaction; null when any will do
 */
public record Point(@Nullable String text, Place place) {

  /** Where a connection is stopped. */
  public enum Place {
    /** The bytes with the text have left the bot and have not reached Postgres. */
    TEXT,
    /** COMMIT has left the bot and has not reached Postgres. */
    COMMIT,
    /** Postgres has answered COMMIT, and the bot has not heard it. */
    ANSWER
  }

  /**
   * @throws IllegalArgumentException when a text is waited for and there is none
   */
  public Point {
    if (text == null && place == Place.TEXT) {
      throw new IllegalArgumentException("which text?");
    }
  }

  /** The next COMMIT at all. */
  public static Point commit() {
    return new Point(null, Place.COMMIT);
  }

  /** The next answer to a COMMIT at all. */
  public static Point answerToCommit() {
    return new Point(null, Place.ANSWER);
  }

  /** The text itself, such as a bound parameter. */
  public static Point text(String text) {
    return new Point(text, Place.TEXT);
  }

  /** The COMMIT of the transaction that held the text. */
  public static Point commitOf(String text) {
    return new Point(text, Place.COMMIT);
  }

  /** The answer to that COMMIT. */
  public static Point answerToCommitOf(String text) {
    return new Point(text, Place.ANSWER);
  }
}
