package io.evenkeel.persistence;

import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Postgres could not answer a query in time, or refused it. What was written in it may be recorded
 * only when {@link #inDoubt()} is true.
 */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean inDoubt;

  public Unavailable(String message, @Nullable Throwable cause, boolean inDoubt) {
    super(message, cause);
    this.inDoubt = inDoubt;
  }

  /** True when COMMIT was sent and no clear answer came back. */
  public boolean inDoubt() {
    return inDoubt;
  }

  /**
   * Postgres answered, with something that this version cannot read: a newer version's word, or
   * damage. Asking again does not help.
   */
  public boolean unreadable() {
    return getCause() instanceof DataAccessException answered && SqlState.isOurs(answered);
  }

  /** What Postgres said, as a SQLSTATE of five characters; empty when it said nothing. */
  public String state() {
    Throwable cause = getCause();
    return cause == null ? "" : SqlState.of(cause);
  }
}
