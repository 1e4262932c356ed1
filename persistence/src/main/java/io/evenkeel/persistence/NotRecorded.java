package io.evenkeel.persistence;

/**
 * The command was not recorded, for sure: COMMIT was never sent. There was no connection in time, a
 * statement failed or took too long. Trying again is safe.
 */
public final class NotRecorded extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotRecorded(String message, Throwable cause) {
    super(message, cause);
  }

  /** What Postgres said, as a SQLSTATE of five characters; empty when it said nothing. */
  public String state() {
    Throwable cause = getCause();
    return cause == null ? "" : SqlState.of(cause);
  }
}
