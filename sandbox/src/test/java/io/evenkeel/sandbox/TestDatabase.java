package io.evenkeel.sandbox;

import io.evenkeel.testbed.MigratedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database with all tables and nothing in them, for one test. */
public final class TestDatabase implements AutoCloseable {
  private final MigratedPostgres server;
  private final String name;
  private final boolean own;

  /** For questions, which tests ask again and again while they wait. */
  private final Connection kept;

  private boolean changed;

  private TestDatabase(MigratedPostgres server, String name, boolean own) {
    this.server = server;
    this.name = name;
    this.own = own;
    kept = connection();
  }

  /** On a Postgres that the whole run shares. Afterwards it is emptied for the next test. */
  public static TestDatabase fresh() {
    return new TestDatabase(Server.SHARED, Server.SHARED.fresh(), false);
  }

  /** On a server of its own, for what tests the server or changes it. */
  public static TestDatabase alone() {
    return new TestDatabase(MigratedPostgres.durable(), "postgres", true);
  }

  /** JDBC's address; the user is the superuser. */
  public String url() {
    return url(port());
  }

  /** The same over another port, for what stands between the bot and Postgres. */
  public String url(int door) {
    return "jdbc:postgresql://127.0.0.1:" + door + "/" + name;
  }

  /** Where Postgres listens. */
  public int port() {
    return server.port();
  }

  /** Another one to it, to be closed by who asked. */
  public Connection connection() {
    try {
      return DriverManager.getConnection(url(), "postgres", "");
    } catch (SQLException e) {
      throw new IllegalStateException(url(), e);
    }
  }

  /** Changes rows as the superuser, past the bot. */
  public void sql(String statement) {
    try (var connection = connection();
        var sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** The same for what changes more than rows: no other test gets this database. */
  public void alter(String statement) {
    changed = true;
    sql(statement);
  }

  public long number(String query) {
    return Long.parseLong(text(query));
  }

  /** The first column of the first row. */
  public synchronized String text(String query) {
    try (var sql = kept.createStatement();
        var rows = sql.executeQuery(query)) {
      if (!rows.next()) {
        throw new AssertionError("no row: " + query);
      }
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** Nobody else is connected any more, or no other test gets this one. */
  @Override
  public void close() {
    try {
      kept.close();
    } catch (SQLException e) {
      throw new IllegalStateException(url(), e);
    }
    if (own) {
      server.close();
    } else if (!changed) {
      server.giveBack(name);
    }
  }

  /** Started with the first test that wants it, stopped with the process. */
  private static final class Server {
    static final MigratedPostgres SHARED = MigratedPostgres.hasty();
  }
}
