package io.evenkeel.persistence;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Opens connections, and does not give up at the first try while the server is away: the pool above
 * would wait longer and longer between its tries, up to 5 s, and so find a promoted standby late.
 */
final class Connections implements DataSource {
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Connections.class);

  private static final Duration BETWEEN = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Class 08 "connection exception"; 57P "operator intervention", as while it starts. */
  private static final String COMES_BACK = "08...|57P..|53300";

  private final String url;
  private final Properties properties;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean away;

  Connections(String url, Properties properties) {
    this.url = url;
    this.properties = properties;
  }

  /** Ends the tries under way. */
  void close() {
    closed.countDown();
  }

  @Override
  public Connection getConnection() throws SQLException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        Connection connection = DriverManager.getConnection(url, properties);
        if (away) {
          away = false;
          LOG.info("Postgres is there again");
        }
        return connection;
      } catch (SQLException e) {
        String state = e.getSQLState();
        if (state == null || !state.matches(COMES_BACK) || System.nanoTime() > deadline) {
          throw e;
        }
        if (!away) {
          away = true;
          LOG.warn("Postgres cannot be reached, it is tried again and again: {}", e.getMessage());
        }
        pause(e);
      }
    }
  }

  private void pause(SQLException why) throws SQLException {
    try {
      if (closed.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
        throw why;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw why;
    }
  }

  /** Who we are stands in the properties. */
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 1;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
