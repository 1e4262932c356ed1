package io.evenkeel.testbed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on a copy of the data that the build of {@code persistence} migrated, which is there in
 * a tenth of the time: its database {@code postgres} has all tables and nothing in them. The user
 * {@code postgres} is the superuser. It ends with the process, if not before.
 */
public final class MigratedPostgres implements AutoCloseable {
  /** From the folder of each module, where its tests run. */
  private static final Path MIGRATED = Path.of("../persistence/target/migrated");

  /** Where we connect to create others: nobody may be connected to what is copied. */
  private static final String ENTRANCE = "template1";

  private static final String EMPTY = read("empty.sql");

  private static final String OTHERS =
      "select count(*) from pg_stat_activity"
          + " where datname = current_database() and pid <> pg_backend_pid()"
          + " and backend_type = 'client backend'";

  private final EmbeddedPostgres server;
  private final Path data;
  private final String strategy;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicInteger created = new AtomicInteger();
  private final Queue<String> clean = new ConcurrentLinkedQueue<>();

  private MigratedPostgres(String fsync, String strategy) {
    try {
      data = copied();
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", fsync)
              // The library's own start leaves it out.
              .setServerConfig("synchronous_commit", "on")
              .setPGStartupWait(Duration.ofSeconds(60))
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.strategy = strategy;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** What it commits it keeps through a crash of the machine. */
  public static MigratedPostgres durable() {
    return new MigratedPostgres("on", "wal_log");
  }

  /** It does not wait for the disk: for tests that let no machine crash. */
  public static MigratedPostgres hasty() {
    return new MigratedPostgres("off", "file_copy");
  }

  public int port() {
    return server.getPort();
  }

  /** JDBC's address of a database here. */
  public String url(String database) {
    return "jdbc:postgresql://localhost:" + port() + "/" + database;
  }

  /** The name of a database with all tables and nothing in them. */
  public String fresh() {
    String one = clean.poll();
    return one == null ? created("postgres") : one;
  }

  /** The name of a database without tables. */
  public String empty() {
    return created("template0");
  }

  /**
   * Empties a {@link #fresh} one for the next test: a new one costs many times as much. Its tables
   * must be as they were, and its connections closed; while there is another nobody gets it.
   */
  public void giveBack(String database) {
    try (var connection = DriverManager.getConnection(url(database), "postgres", "");
        var sql = connection.createStatement()) {
      sql.execute(EMPTY);
      try (var others = sql.executeQuery(OTHERS)) {
        others.next();
        if (others.getLong(1) == 0) {
          clean.add(database);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(database + " cannot be emptied", e);
    }
  }

  private String created(String template) {
    String name = "test_" + created.incrementAndGet();
    try (var connection = DriverManager.getConnection(url(ENTRANCE), "postgres", "");
        var sql = connection.createStatement()) {
      sql.execute("create database " + name + " template " + template + " strategy " + strategy);
    } catch (SQLException e) {
      throw new IllegalStateException(name + " cannot be created", e);
    }
    return name;
  }

  /** Stops it and takes its data away. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      server.close();
      try (var all = Files.walk(data)) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path copied() throws IOException {
    if (!Files.exists(MIGRATED)) {
      throw new IOException("No " + MIGRATED + ": run mvn -pl persistence -am test-compile first");
    }
    Path to = Files.createTempDirectory("evenkeel-data");
    try (var all = Files.walk(MIGRATED)) {
      for (Path path : (Iterable<Path>) all.skip(1)::iterator) {
        // With its permissions: Postgres looks at them.
        Files.copy(path, to.resolve(MIGRATED.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return to;
  }

  private static String read(String resource) {
    try (var in = MigratedPostgres.class.getResourceAsStream(resource)) {
      return new String(requireNonNull(in, resource).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
