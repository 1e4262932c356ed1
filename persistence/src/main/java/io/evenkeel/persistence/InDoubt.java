package io.evenkeel.persistence;

/**
 * COMMIT was sent and no clear answer came back: the command may be recorded or not. Only a write
 * under the same inbox key settles it.
 */
public final class InDoubt extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InDoubt(String message, Throwable cause) {
    super(message, cause);
  }
}
