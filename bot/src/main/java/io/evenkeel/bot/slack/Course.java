package io.evenkeel.bot.slack;

/**
 * What a request turns out to be while it is worked on, so that whoever reads that it failed or
 * takes long is told no more than is true. Safe between threads.
 */
final class Course {
  private volatile boolean asks;

  /** It only reads: whatever becomes of it, nothing is changed. */
  void asks() {
    asks = true;
  }

  boolean changesNothing() {
    return asks;
  }
}
