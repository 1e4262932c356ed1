package io.evenkeel.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A Postgres of the sandbox's own, as durable as a real one, whose data stays between runs. */
final class Postgres implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts on a free port, after stopping one that an earlier run left on the same data. */
  static Postgres start(Path folder) throws IOException {
    Path data = folder.resolve("postgres").toAbsolutePath();
    Path log = folder.resolve("postgres.log").toAbsolutePath();
    Files.createDirectories(data);
    Leftover.stop(data.resolve("postmaster.pid"), "postgres");
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "100")
            .setPGStartupWait(PATIENCE)
            .setOutputRedirector(Redirect.appendTo(log.toFile()))
            .setErrorRedirector(Redirect.appendTo(log.toFile()))
            .start();
    return new Postgres(server);
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
