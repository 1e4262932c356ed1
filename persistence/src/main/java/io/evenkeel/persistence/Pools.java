package io.evenkeel.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** The two pools and how their connections are set up. */
final class Pools {
  /**
   * What every new connection says first. A session steps down to the bot's own role where its user
   * may; where the role or the right is missing it works as the user it is.
   */
  private static final String INIT =
      """
      set statement_timeout = '%dms';
      set lock_timeout = '%dms';
      set idle_in_transaction_session_timeout = '%dms';
      do $$
      begin
        execute 'set role evenkeel_app';
      exception
        when insufficient_privilege or invalid_parameter_value then null;
      end $$\
      """;

  private Pools() {}

  /** Short limits, each within {@link Database#COMMAND_LIMIT}. */
  static HikariDataSource commands(DatabaseSettings settings) {
    var config = common(settings, "commands", Duration.ofSeconds(2));
    config.setMaximumPoolSize(settings.poolSize());
    config.setConnectionInitSql(INIT.formatted(1800, 1500, 5000));
    return new HikariDataSource(config);
  }

  /** For reads, the relay and whatever else may take longer. */
  static HikariDataSource rest(DatabaseSettings settings) {
    var config = common(settings, "rest", Duration.ofSeconds(30));
    config.setMaximumPoolSize(DatabaseSettings.REST);
    config.setConnectionInitSql(INIT.formatted(25_000, 5000, 30_000));
    return new HikariDataSource(config);
  }

  private static HikariConfig common(
      DatabaseSettings settings, String name, Duration socketTimeout) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(settings.url());
    if (!settings.user().isEmpty()) {
      config.setUsername(settings.user());
    }
    if (!settings.password().isEmpty()) {
      config.setPassword(settings.password());
    }
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(1500);
    config.setValidationTimeout(500);
    config.setMinimumIdle(2);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.addDataSourceProperty("ApplicationName", "evenkeel");
    config.addDataSourceProperty("connectTimeout", "2");
    // Without it a login that hangs holds up the pool for a whole socket time-out.
    config.addDataSourceProperty("loginTimeout", "3");
    config.addDataSourceProperty("socketTimeout", Long.toString(socketTimeout.toSeconds()));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("assumeMinServerVersion", "15");
    // Details quote rows: what people typed does not belong in a log.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    if (settings.severalHosts()) {
      config.addDataSourceProperty("targetServerType", "primary");
    }
    return config;
  }
}
