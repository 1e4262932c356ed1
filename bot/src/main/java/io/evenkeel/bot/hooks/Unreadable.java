package io.evenkeel.bot.hooks;

/** A body of which nothing can be told but that it is no JSON object; the message says why. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unreadable(String words) {
    super(words, null, false, false);
  }
}
