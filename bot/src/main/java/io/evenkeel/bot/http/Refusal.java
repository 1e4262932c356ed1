package io.evenkeel.bot.http;

/** A request that is answered in words instead of with what it asked for. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  final int status;
  final String words;

  Refusal(int status, String words) {
    super(words, null, false, false);
    this.status = status;
    this.words = words;
  }
}
