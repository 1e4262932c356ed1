package io.evenkeel.persistence;

import io.evenkeel.migrations.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A migrated database of its own for a test, on a Postgres that the whole run shares and that
 * writes to the disk as a real one does.
 */
public final class TestDatabase implements AutoCloseable {
  private static final String TEMPLATE = "migrated";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;
  private final Database database;

  private TestDatabase(String name) {
    this.name = name;
    database = Database.open(settings());
  }

  /** A database with all tables and nothing in them. */
  public static TestDatabase fresh() {
    String name = "test_" + COUNT.incrementAndGet();
    execute(Server.url("postgres"), "create database " + name + " template " + TEMPLATE);
    return new TestDatabase(name);
  }

  /** What the bot would be started with; the user is the superuser. */
  public DatabaseSettings settings() {
    return new DatabaseSettings(Server.url(name), "postgres", "", 4);
  }

  /** The same over another port, for what stands between the bot and Postgres. */
  DatabaseSettings settings(int port) {
    return new DatabaseSettings("postgres://postgres@localhost:" + port + "/" + name, "", "", 4);
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
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        var postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        String url = postgres.getJdbcUrl("postgres", "postgres");
        execute(url, "create database " + TEMPLATE);
        Migrations.migrate(postgres.getDatabase("postgres", TEMPLATE));
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String url(String database) {
      return POSTGRES.getJdbcUrl("postgres", database).replaceFirst("\\?.*", "");
    }
  }
}
