package io.evenkeel.persistence;

import io.evenkeel.testbed.MigratedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A migrated database of its own for a test, on a Postgres that the whole run shares and that
 * writes to the disk as a real one does.
 */
public final class TestDatabase implements AutoCloseable {
  private final String name = Server.POSTGRES.fresh();
  private final boolean reused;
  private final Database database;

  private TestDatabase(boolean reused) {
    this.reused = reused;
    database = Database.open(settings());
  }

  /** A database with all tables and nothing in them. Its tables are not to be changed. */
  public static TestDatabase fresh() {
    return new TestDatabase(true);
  }

  /** The same for a test that changes more than rows. */
  static TestDatabase throwaway() {
    return new TestDatabase(false);
  }

  /** What the bot would be started with; the user is the superuser. */
  public DatabaseSettings settings() {
    return new DatabaseSettings(Server.POSTGRES.url(name), "postgres", "", 4);
  }

  /** The same over another port, for what stands between the bot and Postgres. */
  DatabaseSettings settings(int port) {
    return new DatabaseSettings(
        "jdbc:postgresql://localhost:" + port + "/" + name, "postgres", "", 4);
  }

  /** Where Postgres listens. */
  int port() {
    return Server.POSTGRES.port();
  }

  /** Open until this is closed. */
  public Database database() {
    return database;
  }

  /** Runs a statement as the superuser, past the bot. */
  public void asSuperuser(String sql) {
    try (Connection connection =
            DriverManager.getConnection(Server.POSTGRES.url(name), "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
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
      Server.POSTGRES.giveBack(name);
    }
  }

  /** Started with the first test that wants a database, stopped with the process. */
  private static final class Server {
    private static final MigratedPostgres POSTGRES = MigratedPostgres.durable();
  }
}
