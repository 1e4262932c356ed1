package io.evenkeel.chaos.schedule;

import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** Interim. */
final class Server implements AutoCloseable {
  private final EmbeddedPostgres postgres;

  Server() {
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setPGStartupWait(Duration.ofSeconds(60))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Database.migrate(new DatabaseSettings(url(), "", "", 1));
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=postgres";
  }

  void terminateBackends() {
    try (var connection = DriverManager.getConnection(url());
        var sql = connection.createStatement()) {
      sql.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void hang(Duration length) {}

  void kill() {}

  void cut() {}

  void loseCommit(boolean answerOnly) {}

  void calm() {}

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
