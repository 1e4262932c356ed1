package io.evenkeel.persistence;

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

/**
 * A migrated database of its own for a test, on a Postgres that the whole run shares and that
 * writes to the disk as a real one does.
 */
public final class TestDatabase implements AutoCloseable {
  private static final String EMPTY = read("src/test/resources/empty.sql");

  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final Queue<String> CLEAN = new ConcurrentLinkedQueue<>();

  private final String name;
  private final boolean reused;
  private final Database database;

  private TestDatabase(String name, boolean reused) {
    this.name = name;
    this.reused = reused;
    database = Database.open(settings());
  }

  /** A database with all tables and nothing in them. Its tables are not to be changed. */
  public static TestDatabase fresh() {
    String clean = CLEAN.poll();
    return new TestDatabase(clean == null ? created() : clean, true);
  }

  /** The same for a test that changes more than rows. */
  static TestDatabase throwaway() {
    return new TestDatabase(created(), false);
  }

  private static String created() {
    String name = "test_" + COUNT.incrementAndGet();
    // From another one: nobody may be connected to what is copied.
    execute(Server.url("template1"), "create database " + name + " template postgres");
    return name;
  }

  /** What the bot would be started with; the user is the superuser. */
  public DatabaseSettings settings() {
    return new DatabaseSettings(Server.url(name), "postgres", "", 4);
  }

  /** The same over another port, for what stands between the bot and Postgres. */
  DatabaseSettings settings(int port) {
    return new DatabaseSettings(
        "jdbc:postgresql://localhost:" + port + "/" + name, "postgres", "", 4);
  }

  /** Where Postgres listens. */
  int port() {
    return Server.POSTGRES.getPort();
  }

  /** Open until this is closed. */
  public Database database() {
    return database;
  }

  /** Runs a statement as the superuser, past the bot. */
  public void asSuperuser(String sql) {
    execute(Server.url(name), sql);
  }

  /** Waits until somebody waits for somebody else's lock here. */
  public void awaitBlocked() {
    String blocked =
        "do $$ begin assert exists (select from pg_stat_activity where datname ="
            + " current_database() and wait_event_type = 'Lock'); end $$";
    Eventually.holds(() -> {
      try {
        asSuperuser(blocked);
      } catch (IllegalStateException e) {
        throw new AssertionError("nobody waits for a lock", e);
      }
    });
  }

  @Override
  public void close() {
    database.close();
    if (reused) {
      asSuperuser(EMPTY);
      CLEAN.add(name);
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
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Started with the first test that wants a database, stopped with the process. */
  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = MigratedPostgres.start("on");

    private static String url(String database) {
      return POSTGRES.getJdbcUrl("postgres", database).replaceFirst("\\?.*", "");
    }
  }
}
