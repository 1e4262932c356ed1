package io.evenkeel.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Postgres servers for tests, which commit as a real one does: the library's own start leaves that
 * out. Each is a copy of one that the build made and migrated, which is there in a tenth of the
 * time.
 */
final class Databases {
  private static final Path DATA = Path.of("../persistence/target/migrated");

  private static final Map<EmbeddedPostgres, Path> RUNNING = new ConcurrentHashMap<>();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.keySet().forEach(Databases::end)));
  }

  private Databases() {}

  /**
   * A new server, which keeps what it commits through a crash of the machine; its database {@code
   * postgres} has all tables and nothing in them.
   */
  static EmbeddedPostgres migrated() throws IOException {
    return start(copied(), "on");
  }

  /** The same, but it does not wait for the disk: for tests that let no machine crash. */
  static EmbeddedPostgres hasty() throws IOException {
    return start(copied(), "off");
  }

  /** Stops it and takes its data away; with this process every one ends. */
  static void end(EmbeddedPostgres server) {
    try {
      server.close();
      Path data = RUNNING.remove(server);
      if (data != null) {
        delete(data);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JDBC's address of a database there. */
  static String url(EmbeddedPostgres server, String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  private static EmbeddedPostgres start(Path data, String fsync) throws IOException {
    var server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", fsync)
            .setServerConfig("synchronous_commit", "on")
            .setPGStartupWait(Duration.ofSeconds(60))
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .start();
    RUNNING.put(server, data);
    return server;
  }

  private static Path copied() throws IOException {
    if (!Files.exists(DATA)) {
      throw new IOException("No " + DATA + ": run mvn -pl persistence -am test-compile first");
    }
    Path to = Files.createTempDirectory("evenkeel-data");
    try (var all = Files.walk(DATA)) {
      for (Path path : (Iterable<Path>) all.skip(1)::iterator) {
        // With its permissions: Postgres looks at them.
        Files.copy(path, to.resolve(DATA.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return to;
  }

  private static void delete(Path folder) {
    try (var all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException _) {
      return;
    }
  }
}
