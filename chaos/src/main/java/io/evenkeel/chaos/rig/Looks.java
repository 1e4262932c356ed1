package io.evenkeel.chaos.rig;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Questions to a database by those who wait for something, over one connection that is kept: for
 * each new one Postgres starts a process. Safe for any number of threads, of which one asks at a
 * time.
 */
public final class Looks {
  private static final Map<String, Looks> KEPT = new ConcurrentHashMap<>();

  /** What is read of the rows. */
  private interface Answer<T extends @Nullable Object> {
    T in(ResultSet rows) throws SQLException;
  }

  private final String url;
  private @Nullable Connection connection;

  private Looks(String url) {
    this.url = url;
  }

  /**
   * The number that a query tells.
   *
   * @param url JDBC's, with the user in it
   * @throws SQLException when the server does not answer, as of now and not of some time ago
   */
  public static int number(String url, String query) throws SQLException {
    return ask(
        url,
        query,
        rows -> {
          rows.next();
          return rows.getInt(1);
        });
  }

  /**
   * What stands in the first column of the first row; null where there is no row.
   *
   * @param url JDBC's, with the user in it
   * @throws SQLException as {@link #number}
   */
  public static @Nullable String text(String url, String query) throws SQLException {
    return ask(url, query, rows -> rows.next() ? rows.getString(1) : null);
  }

  private static <T extends @Nullable Object> T ask(String url, String query, Answer<T> answer)
      throws SQLException {
    return KEPT.computeIfAbsent(url, Looks::new).ask(query, answer);
  }

  /** The server is gone for good. */
  static void forget(String url) {
    Looks looks = KEPT.remove(url);
    if (looks != null) {
      looks.close();
    }
  }

  private synchronized <T extends @Nullable Object> T ask(String query, Answer<T> answer)
      throws SQLException {
    Connection kept = connection;
    if (kept != null) {
      try {
        return ask(kept, query, answer);
      } catch (SQLException _) {
        // The server was killed since, or ended all connections: what counts is a new one.
        close();
      }
    }
    Connection fresh = DriverManager.getConnection(url);
    connection = fresh;
    return ask(fresh, query, answer);
  }

  private static <T extends @Nullable Object> T ask(
      Connection connection, String query, Answer<T> answer) throws SQLException {
    try (var sql = connection.createStatement();
        var rows = sql.executeQuery(query)) {
      return answer.in(rows);
    }
  }

  private synchronized void close() {
    Connection kept = connection;
    connection = null;
    try {
      if (kept != null) {
        kept.close();
      }
    } catch (SQLException _) {
      // It was broken before.
      return;
    }
  }
}
