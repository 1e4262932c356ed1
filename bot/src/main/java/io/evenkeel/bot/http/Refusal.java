package io.evenkeel.bot.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request that is answered in words instead of with what it asked for. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  final int status;
  final String words;
  final transient @Nullable Duration retryAfter;

  /** Where a browser is sent instead; null to tell it the words. */
  final @Nullable String instead;

  Refusal(int status, String words) {
    this(status, words, null, null);
  }

  private Refusal(
      int status, String words, @Nullable Duration retryAfter, @Nullable String instead) {
    super(words, null, false, false);
    this.status = status;
    this.words = words;
    this.retryAfter = retryAfter;
    this.instead = instead;
  }

  /** Too much of something (RFC 6585, section 4): try again after that time. */
  static Refusal slower(String words, Duration after) {
    return new Refusal(429, words, after, null);
  }

  /** Nobody is known: a browser goes there, a program reads the words. */
  static Refusal signIn(String words, String there) {
    return new Refusal(401, words, null, there);
  }

  /** Postgres is away. */
  static Refusal away() {
    return new Refusal(
        503,
        "The database does not answer right now. Try again in a few seconds.",
        Duration.ofSeconds(5),
        null);
  }

  static Refusal noSuchIncident(Object number) {
    return new Refusal(404, "There is no incident " + number + ".");
  }
}
