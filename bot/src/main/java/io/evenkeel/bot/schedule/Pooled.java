package io.evenkeel.bot.schedule;

import io.evenkeel.persistence.Database;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartz.utils.ConnectionProvider;

/** Quartz's statements go through the pool that is there. */
final class Pooled implements ConnectionProvider {
  private final Database database;

  Pooled(Database database) {
    this.database = database;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return database.connection();
  }

  @Override
  public void initialize() {}

  /** The pool is not Quartz's to close. */
  @Override
  public void shutdown() {}
}
