package io.evenkeel.persistence;

import com.zaxxer.hikari.HikariDataSource;
import io.evenkeel.migrations.Migrations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Postgres. Opens without it, and finds it again by itself. Safe for any number of threads.
 *
 * <p>Commands and everything else have connections of their own, so that slow reads never hold up a
 * command.
 */
public final class Database implements AutoCloseable {
  /** No command takes longer than this, whatever Postgres does. */
  public static final Duration COMMAND_LIMIT = Duration.ofMillis(2300);

  private static final Duration QUERY_LIMIT = Duration.ofSeconds(30);

  private final Pools pools;
  private final boolean severalHosts;
  private final Watchdog watchdog = new Watchdog();
  private final LongAdder failures = new LongAdder();
  private volatile boolean seenReady;
  private volatile boolean missed;
  private volatile boolean refusing;

  private Database(DatabaseSettings settings) {
    pools = new Pools(settings);
    severalHosts = settings.severalHosts();
  }

  /** Does not fail and does not wait while Postgres is away: {@link #ready()} tells. */
  public static Database open(DatabaseSettings settings) {
    return new Database(settings);
  }

  /**
   * Brings the schema to this version, as the owner of the tables, and returns how many migrations
   * that took.
   *
   * @throws org.flywaydb.core.api.FlywayException when there is no database or a migration fails
   */
  public static int migrate(DatabaseSettings owner) {
    return Migrations.migrate(
        owner.url(),
        owner.user().isEmpty() ? null : owner.user(),
        owner.password().isEmpty() ? null : owner.password());
  }

  /**
   * Runs one transaction as the owner of the tables, on a connection of its own, and commits it.
   *
   * @throws Unavailable Postgres is not there, or it failed; nothing was changed then
   */
  public static <T> T asOwner(DatabaseSettings owner, Function<Transaction, T> work) {
    var who = new Properties();
    if (!owner.user().isEmpty()) {
      who.setProperty("user", owner.user());
    }
    if (!owner.password().isEmpty()) {
      who.setProperty("password", owner.password());
    }
    try (Connection connection = DriverManager.getConnection(owner.url(), who)) {
      connection.setAutoCommit(false);
      T result = work.apply(new Transaction(connection));
      connection.commit();
      return result;
    } catch (SQLException | DataAccessException e) {
      throw new Unavailable(String.valueOf(e.getMessage()), e, false);
    }
  }

  /**
   * Runs a command in one transaction and commits it, within {@link #COMMAND_LIMIT}.
   *
   * @param work reads and writes through stores made from the transaction; runs once. What it
   *     throws rolls the transaction back and, unless it comes from Postgres, is thrown on
   * @throws NotRecorded nothing was recorded
   * @throws InDoubt the COMMIT was sent and not answered
   */
  public <T extends @Nullable Object> T command(Function<Transaction, T> work) {
    try {
      return run(pools.commands, COMMAND_LIMIT, work);
    } catch (Failed failed) {
      throw failed.committing
          ? new InDoubt(failed.words(), failed.cause)
          : new NotRecorded(failed.words(), failed.cause);
    }
  }

  /**
   * The same for what people do not wait for: reads, the relay, people. Up to 30 s. May write.
   *
   * @throws Unavailable Postgres failed; thrown as {@link #command} throws
   */
  public <T extends @Nullable Object> T query(Function<Transaction, T> work) {
    return query(QUERY_LIMIT, work);
  }

  /**
   * A connection of those for what people do not wait for, to be closed soon; for a library that
   * has statements of its own. It has the bot's rights and its time-outs.
   *
   * @throws SQLException within 1.5 s when there is none
   */
  public Connection connection() throws SQLException {
    return pools.rest.getConnection();
  }

  /** Postgres answers within about 2 s and the newest migration of this build is applied. */
  public boolean ready() {
    boolean ready;
    boolean old = false;
    try {
      ready = query(COMMAND_LIMIT, tx -> Schema.applied(tx, Migrations.VERSION));
      // Connections from before the migration could not take on a role that did not exist.
      old =
          ready
              && !seenReady
              && (missed || query(COMMAND_LIMIT, tx -> Schema.connected(tx, Pools.AS_ITS_USER)));
    } catch (Unavailable _) {
      ready = false;
    }
    if (old) {
      pools.renew();
    }
    missed |= !ready;
    seenReady = ready;
    return ready;
  }

  /**
   * How the server is set up so that what was acknowledged could be lost, such as {@code fsync is
   * off: …}; empty when all is well.
   *
   * @throws Unavailable as {@link #query}
   */
  public List<String> risks() {
    return query(tx -> Risks.of(tx, severalHosts));
  }

  /**
   * Postgres has refused a write of ours because it can take none (a full disk, a standby, a
   * failing disk), and has taken none since {@link #takesWritesAgain()}.
   */
  public boolean refusesWrites() {
    return refusing;
  }

  /** Said by whoever has seen it take all kinds of writes. */
  public void takesWritesAgain() {
    refusing = false;
  }

  /** How the connections are used at this moment. */
  public List<PoolUse> pools() {
    return List.of(PoolUse.of(pools.commands), PoolUse.of(pools.rest));
  }

  /** Transactions that Postgres did not bring to their end, since this was opened. */
  public long failures() {
    return failures.sum();
  }

  /** Closes all connections; transactions under way fail. */
  @Override
  public void close() {
    pools.close();
    watchdog.close();
  }

  /** The same with less patience than 30 s. */
  public <T extends @Nullable Object> T query(Duration limit, Function<Transaction, T> work) {
    try {
      return run(pools.rest, limit, work);
    } catch (Failed failed) {
      throw new Unavailable(failed.words(), failed.cause, failed.committing);
    }
  }

  private <T extends @Nullable Object> T run(
      HikariDataSource pool, Duration limit, Function<Transaction, T> work) throws Failed {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean committing = false;
    boolean connected = false;
    @Nullable Done<T> done = null;
    try (Connection connection = pool.getConnection();
        Watchdog.Watch watch =
            watchdog.watch(connection, Duration.ofNanos(deadline - System.nanoTime()))) {
      try {
        connected = true;
        connection.setAutoCommit(false);
        T result = work.apply(new Transaction(connection));
        if (!watch.beginCommit()) {
          throw new SQLException("time was over before COMMIT");
        }
        committing = true;
        connection.commit();
        done = new Done<>(result);
        return result;
      } catch (RuntimeException | Error e) {
        rollBack(connection, e);
        throw e;
      }
    } catch (SQLException | DataAccessException e) {
      if (done != null) {
        // Giving the connection back failed, as it was cut right after the COMMIT's answer.
        return done.result();
      }
      String state = SqlState.of(e);
      refusing |= SqlState.refusesWrites(state);
      if (connected && System.nanoTime() - deadline < 0 && SqlState.tellsOfOthers(state)) {
        pools.suspect();
      }
      failures.increment();
      throw new Failed(committing, e);
    }
  }

  /** COMMIT was answered: whatever fails from here on, it stands. */
  private record Done<T extends @Nullable Object>(T result) {}

  private static void rollBack(Connection connection, Throwable why) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // Postgres rolls back by itself when the connection is gone.
      why.addSuppressed(e);
    }
  }

  private static final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean committing;
    private final Exception cause;

    Failed(boolean committing, Exception cause) {
      super(cause);
      this.committing = committing;
      this.cause = cause;
    }

    String words() {
      return (committing ? "No answer to COMMIT: " : "Not recorded: ") + cause.getMessage();
    }
  }
}
