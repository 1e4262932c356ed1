package io.evenkeel.migrations;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the schema of this version. Run by the owner of the tables, never by the
 * bot.
 */
public final class Migrations {
  private Migrations() {}

  /**
   * Applies what is missing and returns how many migrations that were. Safe to run by several
   * processes at once: Flyway holds an advisory lock.
   */
  public static int migrate(DataSource owner) {
    return Flyway.configure()
        .dataSource(owner)
        .locations("classpath:db/migration")
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
