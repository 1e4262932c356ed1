package io.evenkeel.bot.http;

/** A port cannot be listened on; the message says which and what to do. */
public final class CannotListen extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotListen(String message, Throwable cause) {
    super(message, cause);
  }
}
