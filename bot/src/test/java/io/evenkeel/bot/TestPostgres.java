package io.evenkeel.bot;

import io.evenkeel.persistence.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Postgres that the whole run shares, and in it a database of its own for each test. It does not
 * wait for the disk: no test here lets the machine crash, and what is committed outlasts all else.
 */
public final class TestPostgres {
  /** Where we connect to create others: nobody may be connected to what is copied. */
  private static final String ENTRANCE = "template1";

  private static final String OTHERS =
      "select count(*) from pg_stat_activity"
          + " where datname = current_database() and pid <> pg_backend_pid()"
          + " and backend_type = 'client backend'";

  private static final String EMPTY = read("../persistence/src/test/resources/empty.sql");

  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final Queue<DatabaseSettings> CLEAN = new ConcurrentLinkedQueue<>();

  private TestPostgres() {}

  /** A database without tables; the user is the superuser. */
  public static DatabaseSettings empty() {
    return created("template0");
  }

  /** A database with all tables and nothing in them. */
  public static DatabaseSettings migrated() {
    DatabaseSettings clean = CLEAN.poll();
    return clean == null ? created("postgres") : clean;
  }

  /**
   * Empties one of those for the next test: a new one costs many times as much. Its tables must be
   * as they were, and its connections closed; while there is another it is not given to anybody.
   */
  public static void giveBack(DatabaseSettings migrated) {
    execute(migrated, EMPTY);
    if (number(migrated, OTHERS) == 0) {
      CLEAN.add(migrated);
    }
  }

  private static DatabaseSettings created(String template) {
    String name = "bot_" + COUNT.incrementAndGet();
    execute(
        Server.url(ENTRANCE),
        "create database " + name + " template " + template + " strategy file_copy");
    return settings(name);
  }

  private static DatabaseSettings settings(String name) {
    return new DatabaseSettings(Server.url(name), "postgres", "", 4);
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
    String name = database.url().replaceFirst(".*/", "");
    execute(Server.url(ENTRANCE), "alter database " + name + " allow_connections " + connections);
    if (!connections) {
      execute(
          Server.url(ENTRANCE),
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    private static final EmbeddedPostgres POSTGRES = MigratedPostgres.start("off");

    private static String url(String database) {
      return POSTGRES.getJdbcUrl("postgres", database).replaceFirst("\\?.*", "");
    }
  }
}
