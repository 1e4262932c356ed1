package io.evenkeel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes a whole Postgres of its own: one that comes and goes, and one without our role. */
final class OwnServerTest {
  @TempDir private static Path data;
  private static final int PORT = freePort();

  @Test
  void theBotOpensWithoutPostgresAndFindsItAgainEachTime() throws Exception {
    var settings = settings("postgres", "incidents");
    try (Database database = Database.open(settings)) {
      assertThat(database.ready()).isFalse();
      assertThatThrownBy(() -> role(database)).isInstanceOf(NotRecorded.class);
      try (var _ = start()) {
        asSuperuser("create database incidents");
        Eventually.holds(() -> assertThat(role(database)).isEqualTo("postgres"));
        assertThat(database.ready()).as("no tables yet").isFalse();
        assertThat(Database.migrate(settings)).isPositive();
        assertThat(Database.migrate(settings)).isZero();
        assertThat(database.ready()).isTrue();
        assertThat(role(database)).as("it steps down once it can").isEqualTo("evenkeel_app");
      }
      assertThatThrownBy(() -> role(database)).isInstanceOf(NotRecorded.class);
      assertThat(database.ready()).isFalse();
      try (var _ = start()) {
        Eventually.holds(() -> assertThat(database.ready()).isTrue());
        Eventually.holds(() -> assertThat(role(database)).isEqualTo("evenkeel_app"));
      }
    }
  }

  @Test
  void whoWasThereBeforeTheTablesStepsDownAlsoWhenNobodyAskedWhetherTheyAreThere()
      throws Exception {
    try (var _ = start()) {
      asSuperuser("create database incidents");
      var settings = settings("postgres", "incidents");
      try (Database database = Database.open(settings)) {
        assertThat(role(database)).isEqualTo("postgres");
        assertThat(Database.migrate(settings)).isPositive();
        assertThat(database.ready()).isTrue();
        assertThat(role(database)).isEqualTo("evenkeel_app");
      }
    }
  }

  @Test
  void whoComesAfterTheTablesKeepsItsConnections() throws Exception {
    try (var _ = start()) {
      asSuperuser("create database incidents");
      var settings =
          new DatabaseSettings(settings("postgres", "incidents").url(), "postgres", "", 1);
      assertThat(Database.migrate(settings)).isPositive();
      try (Database database = Database.open(settings)) {
        String session = asked(database, "select pg_backend_pid()");
        assertThat(database.ready()).isTrue();
        assertThat(asked(database, "select pg_backend_pid()")).isEqualTo(session);
      }
    }
  }

  @Test
  void anOwnerWhoMayCreateNoRolesIsToldWhatToAskFor() throws Exception {
    try (var _ = start()) {
      asSuperuser("create role keeper login");
      asSuperuser("create database incidents owner keeper");
      var owner = settings("keeper", "incidents");
      assertThatThrownBy(() -> Database.migrate(owner))
          .hasMessageContaining("create role evenkeel_app; grant evenkeel_app to keeper;");
      asSuperuser("create role evenkeel_app");
      asSuperuser("grant evenkeel_app to keeper");
      assertThat(Database.migrate(owner)).isPositive();
      assertStepsDown(owner);
    }
  }

  @Test
  void anOwnerWhoMayCreateRolesNeedsNothingElse() throws Exception {
    try (var _ = start()) {
      asSuperuser("create role keeper login createrole");
      asSuperuser("create database incidents owner keeper");
      var owner = settings("keeper", "incidents");
      assertThat(Database.migrate(owner)).isPositive();
      assertStepsDown(owner);
    }
  }

  @AfterEach
  void leaveNothing() throws Exception {
    try (var _ = start()) {
      asSuperuser("drop database incidents with (force)");
      asSuperuser("drop role evenkeel_app");
      asSuperuser("drop role if exists keeper");
    }
  }

  private static void assertStepsDown(DatabaseSettings owner) {
    try (Database database = Database.open(owner)) {
      Eventually.holds(() -> assertThat(database.ready()).isTrue());
      assertThat(role(database)).isEqualTo("evenkeel_app");
    }
  }

  private static String role(Database database) {
    return asked(database, "select current_user");
  }

  private static String asked(Database database, String query) {
    return database.command(
        tx -> tx.unwrap(DSLContext.class).fetchSingle(query).get(0, String.class));
  }

  private static DatabaseSettings settings(String user, String name) {
    return new DatabaseSettings("jdbc:postgresql://localhost:" + PORT + "/" + name, user, "", 4);
  }

  private static EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(PORT)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setPGStartupWait(Duration.ofSeconds(60))
        .start();
  }

  private static void asSuperuser(String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + PORT + "/postgres", "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
