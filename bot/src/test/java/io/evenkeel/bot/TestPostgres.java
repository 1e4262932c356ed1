package io.evenkeel.bot;

import io.evenkeel.persistence.DatabaseSettings;
import io.evenkeel.testbed.MigratedPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A Postgres that the whole run shares, and in it a database of its own for each test. It does not
 * wait for the disk: no test here lets the machine crash, and what is committed outlasts all else.
 */
public final class TestPostgres {
  private TestPostgres() {}

  /** A database without tables; the user is the superuser. */
  public static DatabaseSettings empty() {
    return settings(Server.POSTGRES.empty());
  }

  /** A database with all tables and nothing in them. */
  public static DatabaseSettings migrated() {
    return settings(Server.POSTGRES.fresh());
  }

  /**
   * Empties one of those for the next test. Its tables must be as they were, and its connections
   * closed.
   */
  public static void giveBack(DatabaseSettings migrated) {
    Server.POSTGRES.giveBack(name(migrated));
  }

  private static DatabaseSettings settings(String name) {
    return new DatabaseSettings(Server.POSTGRES.url(name), "postgres", "", 4);
  }

  private static String name(DatabaseSettings database) {
    return database.url().replaceFirst(".*/", "");
  }

  /** Runs a statement as the superuser, past the bot. */
  public static void execute(DatabaseSettings database, String sql) {
    execute(database.url(), sql);
  }

  /** The first column of the first row. */
  public static long number(DatabaseSettings database, String sql) {
    try (var connection = DriverManager.getConnection(database.url(), "postgres", "");
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of all rows. */
  public static List<String> texts(DatabaseSettings database, String sql) {
    try (var connection = DriverManager.getConnection(database.url(), "postgres", "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Cuts all connections and takes no more of them; or takes them again. */
  public static void allow(DatabaseSettings database, boolean connections) {
    String name = name(database);
    String entrance = Server.POSTGRES.url("template1");
    execute(entrance, "alter database " + name + " allow_connections " + connections);
    if (!connections) {
      execute(
          entrance,
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }
  }

  private static void execute(String url, String sql) {
    try (var connection = DriverManager.getConnection(url, "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Started with the first test that wants a database, stopped with the process. */
  private static final class Server {
    private static final MigratedPostgres POSTGRES = MigratedPostgres.hasty();
  }
}
