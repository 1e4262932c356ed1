package io.evenkeel.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A database with all tables and nothing in them, for one test. */
public final class TestDatabase implements AutoCloseable {
  private static final Queue<String> CLEAN = new ConcurrentLinkedQueue<>();

  private final int port;
  private final String name;
  private final @Nullable EmbeddedPostgres own;

  /** For questions, which tests ask again and again while they wait. */
  private final Connection kept;

  private boolean changed;

  private TestDatabase(int port, String name, @Nullable EmbeddedPostgres own) {
    this.port = port;
    this.name = name;
    this.own = own;
    kept = connection();
  }

  /**
   * On a Postgres that the whole run shares. Afterwards it is emptied for the next test: a new one
   * costs many times as much.
   */
  public static TestDatabase fresh() {
    String clean = CLEAN.poll();
    return new TestDatabase(
        Server.POSTGRES.getPort(), clean == null ? Server.created() : clean, null);
  }

  /** On a server of its own, for what tests the server or changes it. */
  public static TestDatabase alone() throws IOException {
    EmbeddedPostgres own = Databases.migrated();
    return new TestDatabase(own.getPort(), "postgres", own);
  }

  /** JDBC's address; the user is the superuser. */
  public String url() {
    return url(port);
  }

  /** The same over another port, for what stands between the bot and Postgres. */
  public String url(int door) {
    return "jdbc:postgresql://127.0.0.1:" + door + "/" + name;
  }

  /** Where Postgres listens. */
  public int port() {
    return port;
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

  /** Nobody else is connected any more, or this one is not given to another test. */
  @Override
  public void close() {
    boolean again = own == null && !changed;
    try (kept) {
      if (again) {
        sql(Server.EMPTY);
        again = number(Server.OTHERS) == 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(url(), e);
    }
    if (again) {
      CLEAN.add(name);
    }
    if (own != null) {
      Databases.end(own);
    }
  }

  /** Started with the first test that wants it, stopped with the process. */
  private static final class Server {
    static final String EMPTY = read("../persistence/src/test/resources/empty.sql");

    static final String OTHERS =
        "select count(*) from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid()"
            + " and backend_type = 'client backend'";

    private static final EmbeddedPostgres POSTGRES = start();

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static EmbeddedPostgres start() {
      try {
        return Databases.hasty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static String created() {
      String name = "test_" + COUNT.incrementAndGet();
      try (var connection =
              DriverManager.getConnection(Databases.url(POSTGRES, "template1"), "postgres", "");
          var sql = connection.createStatement()) {
        // A copy of it is there much sooner than all migrations have run.
        sql.execute("create database " + name + " template postgres strategy file_copy");
      } catch (SQLException e) {
        throw new IllegalStateException(name, e);
      }
      return name;
    }

    private static String read(String file) {
      try {
        return Files.readString(Path.of(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
