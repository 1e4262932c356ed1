package io.evenkeel.bot;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;

/**
 * A server on a copy of the data that the build migrated: its database {@code postgres} has all
 * tables and nothing in them, its templates have none.
 */
final class MigratedPostgres {
  private static final Path DATA = Path.of("../persistence/target/migrated");

  private MigratedPostgres() {}

  /** Runs until the process ends, which takes its data away. */
  static EmbeddedPostgres start(String fsync) {
    try {
      Path data = copied();
      var server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", fsync)
              .setServerConfig("synchronous_commit", "on")
              .setPGStartupWait(Duration.ofSeconds(60))
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, data)));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private static void end(EmbeddedPostgres server, Path data) {
    try {
      server.close();
      try (var all = Files.walk(data)) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
