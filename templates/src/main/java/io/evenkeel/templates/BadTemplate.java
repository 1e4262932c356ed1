package io.evenkeel.templates;

/** A template that cannot be used. The message names the file, what is wrong and the mend. */
public final class BadTemplate extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadTemplate(String message, Throwable cause) {
    super(message, cause);
  }

  BadTemplate(String message) {
    super(message);
  }
}
