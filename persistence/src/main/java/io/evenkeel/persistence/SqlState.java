package io.evenkeel.persistence;

import java.sql.SQLException;
import org.jooq.exception.DataAccessException;

/** What Postgres means by its error codes (PostgreSQL's manual, appendix "Error Codes"). */
final class SqlState {
  /** A write on a standby, or on a server that was made read-only. */
  private static final String READ_ONLY = "25006";

  /** A connection that broke; a server that was stopped, or that ended our session. */
  private static final String GONE = "08...|57P..";

  /** Insufficient resources, system error, internal error: a disk that is full or fails. */
  private static final String NO_ROOM = "53100|53200|58...|XX...";

  private SqlState() {}

  /** Of the innermost error that has one; empty when none has. */
  static String of(Throwable error) {
    String state = "";
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        state = sql.getSQLState();
      }
    }
    return state;
  }

  /**
   * Whether it began in code of ours that was given a value; jOOQ wraps it as if JDBC had failed.
   */
  static boolean isOurs(DataAccessException error) {
    Throwable first = error.getCause();
    while (first != null && first.getCause() != null) {
      first = first.getCause();
    }
    return first instanceof RuntimeException && of(error).isEmpty();
  }

  /** Where one connection ended so, the others may lead to a server that is gone or demoted. */
  static boolean tellsOfOthers(String state) {
    return state.equals(READ_ONLY) || state.matches(GONE);
  }

  /** No write would be taken now, whatever it is. */
  static boolean refusesWrites(String state) {
    return state.equals(READ_ONLY) || state.matches(NO_ROOM);
  }
}
