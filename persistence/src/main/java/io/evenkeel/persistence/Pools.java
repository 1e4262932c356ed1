package io.evenkeel.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The two pools and how their connections are set up. */
final class Pools implements AutoCloseable {
  /** What a connection is called that could not step down, as when nothing was migrated yet. */
  static final String AS_ITS_USER = "evenkeel as its user";

  /** Once a second is enough: those that are in use are thrown away as they come back. */
  private static final long BETWEEN_EVICTIONS = Duration.ofSeconds(1).toNanos();

  /** Short limits, each within {@link Database#COMMAND_LIMIT}. */
  final HikariDataSource commands;

  /** For reads, the relay and whatever else may take longer. */
  final HikariDataSource rest;

  private final List<Connections> sources;
  private final AtomicLong evicted = new AtomicLong(System.nanoTime() - BETWEEN_EVICTIONS);

  Pools(DatabaseSettings settings) {
    var quick = new Connections(settings.url(), properties(settings, Duration.ofSeconds(2)));
    var patient = new Connections(settings.url(), properties(settings, Duration.ofSeconds(30)));
    sources = List.of(quick, patient);
    commands = pool("commands", quick, settings.poolSize(), first(1800, 1500, 5000));
    // A frozen process may hold locks that others wait for: Postgres lets go of them soon.
    rest = pool("rest", patient, DatabaseSettings.REST, first(25_000, 5000, 5000));
  }

  /** Every connection is replaced by a new one before it is used again. */
  void renew() {
    Stream.of(commands, rest).forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
  }

  /** The same, as one connection proved useless and the others may be so; at most once a second. */
  void suspect() {
    long last = evicted.get();
    long now = System.nanoTime();
    if (now - last >= BETWEEN_EVICTIONS && evicted.compareAndSet(last, now)) {
      renew();
    }
  }

  @Override
  public void close() {
    sources.forEach(Connections::close);
    commands.close();
    rest.close();
  }

  private static HikariDataSource pool(String name, Connections source, int size, String first) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(Math.min(2, size));
    config.setConnectionInitSql(first);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(1500);
    config.setValidationTimeout(500);
    // A server that went away without a word is found out while nobody waits for it.
    config.setKeepaliveTime(Duration.ofSeconds(30).toMillis());
    config.setMaxLifetime(Duration.ofMinutes(30).toMillis());
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return new HikariDataSource(config);
  }

  /**
   * What every new connection says first. A session steps down to the bot's own role where its user
   * may; where the role or the right is missing it works as the user it is, and its name says so.
   *
   * @param statement the longest that one may take, in milliseconds; the others likewise
   */
  static String first(int statement, int lock, int idleInTransaction) {
    return """
    set statement_timeout = '%dms';
    set lock_timeout = '%dms';
    set idle_in_transaction_session_timeout = '%dms';
    do $$
    begin
      execute 'set role evenkeel_app';
    exception
      when insufficient_privilege or invalid_parameter_value then
        set application_name = '%s';
    end $$\
    """
        .formatted(statement, lock, idleInTransaction, AS_ITS_USER);
  }

  /** As whom to log in and how; so long each answer of Postgres is waited for. */
  static Properties properties(DatabaseSettings settings, Duration socketTimeout) {
    var driver = new Properties();
    if (!settings.user().isEmpty()) {
      driver.setProperty("user", settings.user());
    }
    if (!settings.password().isEmpty()) {
      driver.setProperty("password", settings.password());
    }
    driver.setProperty("ApplicationName", "evenkeel");
    driver.setProperty("connectTimeout", "2");
    // Without it a login that hangs holds up the pool for a whole socket time-out.
    driver.setProperty("loginTimeout", "3");
    driver.setProperty("socketTimeout", Long.toString(socketTimeout.toSeconds()));
    driver.setProperty("tcpKeepAlive", "true");
    driver.setProperty("reWriteBatchedInserts", "true");
    driver.setProperty("assumeMinServerVersion", "15");
    // Details quote rows: what people typed does not belong in a log.
    driver.setProperty("logServerErrorDetail", "false");
    if (settings.severalHosts()) {
      driver.setProperty("targetServerType", "primary");
      // What was a standby a moment ago may be the primary now: 10 s would be too long to believe.
      driver.setProperty("hostRecheckSeconds", "1");
    }
    return driver;
  }
}
