package io.evenkeel.migrations;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database to the schema of this version. Run by the owner of the tables, never by the
 * bot.
 */
public final class Migrations {
  /** The newest migration of this build: what the bot needs before it serves. */
  public static final int VERSION = 30;

  private Migrations() {}

  /**
   * Applies what is missing and returns how many migrations that were. Safe to run by several
   * processes at once: Flyway holds an advisory lock. A database that a newer version has migrated
   * is left as it is.
   *
   * @throws org.flywaydb.core.api.FlywayException when there is no database or a migration fails;
   *     what that migration had begun is rolled back
   */
  public static int migrate(DataSource owner) {
    return configured().dataSource(owner).load().migrate().migrationsExecuted;
  }

  /**
   * The same with an address of its own.
   *
   * @param url begins with {@code jdbc:postgresql:}
   * @param user null when the URL or the driver's default names one
   */
  public static int migrate(String url, @Nullable String user, @Nullable String password) {
    return configured().dataSource(url, user, password).load().migrate().migrationsExecuted;
  }

  static FluentConfiguration configured() {
    return Flyway.configure()
        .locations("classpath:db/migration")
        .javaMigrations(new SchedulerTables());
  }
}
