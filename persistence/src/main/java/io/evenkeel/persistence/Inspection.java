package io.evenkeel.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * A database that somebody looks at, over one connection that is set up as the bot's are. Only what
 * Postgres takes is limited: 10 s to connect, 15 s for each answer. What this program needs to get
 * going on a busy machine is not taken for a database that does not answer.
 */
public final class Inspection implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private final Connection connection;
  private final boolean severalHosts;

  private Inspection(Connection connection, boolean severalHosts) {
    this.connection = connection;
    this.severalHosts = severalHosts;
  }

  /**
   * Connects.
   *
   * @throws Unavailable there is no such database, it does not answer, or it does not let us in
   */
  public static Inspection open(DatabaseSettings settings) {
    Properties how = Pools.properties(settings, ANSWER);
    how.setProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
    how.setProperty("loginTimeout", Long.toString(CONNECT.toSeconds()));
    try {
      Connection connection = DriverManager.getConnection(settings.url(), how);
      var opened = new Inspection(connection, settings.severalHosts());
      try (var statement = connection.createStatement()) {
        statement.execute(Pools.first(10_000, 5000, 30_000));
        connection.setAutoCommit(false);
      } catch (SQLException e) {
        opened.close();
        throw e;
      }
      return opened;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * What it says about itself and about us, whether it is migrated or not.
   *
   * @throws Unavailable it did not answer, or refused
   */
  public DatabaseFacts facts() {
    return asked(DatabaseFacts::of);
  }

  /**
   * As {@link Database#risks()}.
   *
   * @throws Unavailable as {@link #facts}
   */
  public List<String> risks() {
    return asked(tx -> Risks.of(tx, severalHosts));
  }

  /**
   * So long a commit takes that is flushed to the disk and leaves nothing behind: the third of
   * five.
   *
   * @throws Unavailable as {@link #facts}
   */
  public Duration commitTakes() {
    return IntStream.range(0, 5)
        .mapToObj(_ -> {
          long started = System.nanoTime();
          asked(tx ->
              tx.unwrap(DSLContext.class)
                  .fetch("select pg_logical_emit_message(true, 'evenkeel', 'doctor')"));
          return Duration.ofNanos(System.nanoTime() - started);
        })
        .sorted()
        .skip(2)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private <T> T asked(Function<Transaction, T> question) {
    try {
      T answer = question.apply(new Transaction(connection));
      connection.commit();
      return answer;
    } catch (SQLException | DataAccessException e) {
      throw failed(e);
    }
  }

  private static Unavailable failed(Exception why) {
    return new Unavailable(String.valueOf(why.getMessage()), why, false);
  }
}
