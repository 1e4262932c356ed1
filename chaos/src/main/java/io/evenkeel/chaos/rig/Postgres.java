package io.evenkeel.chaos.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Postgres server of its own, flushing to the disk as a real one does, that can be killed,
 * frozen, starved of room and started again. Its user is {@code postgres}, without a password.
 */
public final class Postgres implements AutoCloseable {
  private static final Map<String, String> KEEPS_ITS_WORD =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "max_connections", "200",
          "wal_keep_size", "256MB");

  private final Binaries binaries;
  private final Path folder;
  private final int port = Ports.free();
  private final Map<String, String> settings;
  private @Nullable Process process;

  private Postgres(Binaries binaries, Path folder, Map<String, String> settings) {
    this.binaries = binaries;
    this.folder = folder;
    this.settings = new LinkedHashMap<>(KEEPS_ITS_WORD);
    this.settings.putAll(settings);
  }

  /** A new server with an empty database. */
  public static Postgres empty(Map<String, String> settings, List<String> initdb) {
    return empty(Binaries.EMBEDDED, settings, initdb);
  }

  /** The same of that installation. */
  public static Postgres empty(Binaries binaries) {
    return empty(binaries, Map.of(), List.of());
  }

  static Postgres empty(Binaries binaries, Map<String, String> settings, List<String> initdb) {
    Path folder = Folders.temporary("evenkeel-server");
    binaries.freshData(folder.resolve("data"), initdb);
    var server = new Postgres(binaries, folder, settings);
    server.start();
    return server;
  }

  /** A server without data, not started: something is restored into {@link #data()} first. */
  public Postgres elsewhere() {
    return new Postgres(binaries, Folders.temporary("evenkeel-elsewhere"), Map.of());
  }

  /** A new server with our tables, and no database but the one that they are in. */
  public static Postgres migrated() {
    return migrated(Map.of(), List.of());
  }

  public static Postgres migrated(Map<String, String> settings, List<String> initdb) {
    return migrated(Binaries.EMBEDDED, settings, initdb);
  }

  /** The same of that installation. */
  public static Postgres migrated(Binaries binaries, Map<String, String> settings) {
    return migrated(binaries, settings, List.of());
  }

  private static Postgres migrated(
      Binaries binaries, Map<String, String> settings, List<String> initdb) {
    Path folder = Folders.temporary("evenkeel-server");
    Folders.copy(Migrated.data(binaries, initdb), folder.resolve("data"));
    var server = new Postgres(binaries, folder, settings);
    server.start();
    return server;
  }

  /** Starts it (again) and waits until it answers, after a crash until it has recovered. */
  public void start() {
    launch();
    Waiting.until("Postgres answers on port " + port, this::answers);
  }

  /** Starts it and waits for nothing. */
  public void launch() {
    var arguments = new ArrayList<>(List.of("-D", data().toString(), "-p", "" + port));
    settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    try {
      process =
          Running.keep(
              new ProcessBuilder(binaries.command("postgres", arguments))
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                  .start());
    } catch (IOException e) {
      throw new IllegalStateException("Postgres cannot be started", e);
    }
  }

  public int port() {
    return port;
  }

  /** JDBC's, with the user in it. */
  public String url() {
    return url(port);
  }

  /** {@code host:port}, to be put into a URL of several hosts. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** The same over another port, such as a {@link Wire}'s. */
  public static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
  }

  /** SIGKILL to the server and every process of it. */
  public void kill() {
    Signals.kill(running().toHandle());
  }

  /** Everything of it stands still, and every connection stays open. */
  public void hang() {
    // The first process first, so that it starts no other meanwhile.
    Signals.send("STOP", List.of(running().pid()));
    Signals.send("STOP", Signals.family(running().toHandle()));
  }

  public void resume() {
    Signals.send("CONT", Signals.family(running().toHandle()));
  }

  /** Whether the server still runs. */
  public boolean runs() {
    Process current = process;
    return current != null && current.isAlive();
  }

  /** Ends every connection but the one that says so; returns how many. */
  public int terminateBackends() {
    return terminateBackends("");
  }

  /**
   * The same to some of them.
   *
   * @param which a condition on pg_stat_activity, such as {@code wait_event = 'SyncRep'}; empty for
   *     all
   */
  public int terminateBackends(String which) {
    return number(
        "select count(pg_terminate_backend(pid)) from pg_stat_activity"
            + " where backend_type = 'client backend' and pid <> pg_backend_pid()"
            + (which.isEmpty() ? "" : " and " + which));
  }

  /**
   * No file grows past so many bytes any more, as if the disk were full.
   *
   * @see #liftFileSizeLimit
   */
  public void limitFileSize(long bytes) {
    limit(Long.toString(bytes));
  }

  public void liftFileSizeLimit() {
    limit("unlimited");
  }

  private void limit(String bytes) {
    String all =
        Signals.family(running().toHandle()).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(" "));
    // The soft limit alone: the hard one could not be raised again. Who has ended is passed over.
    Signals.run(
        "for p in %s; do prlimit --pid $p --fsize=%s: 2>/dev/null || ! kill -0 $p 2>/dev/null || exit 1; done"
            .formatted(all, bytes));
  }

  /** A standby of this server that every COMMIT waits for from now on. */
  public Postgres standby() {
    var standby = new Postgres(binaries, Folders.temporary("evenkeel-standby"), settings);
    // WAL is streamed from here, where enough of it is kept.
    Archive.copy(this, standby.data());
    try {
      Files.createFile(standby.data().resolve("standby.signal"));
    } catch (IOException e) {
      throw new IllegalStateException("no standby could be made", e);
    }
    standby.settings.put(
        "primary_conninfo",
        "host=127.0.0.1 port=" + port + " user=postgres application_name=standby");
    standby.start();
    execute("alter system set synchronous_standby_names = 'standby'");
    execute("select pg_reload_conf()");
    Waiting.until(
        "commits wait for the standby",
        () -> number("select count(*) from pg_stat_replication where sync_state = 'sync'") == 1);
    return standby;
  }

  /** Makes a standby the primary; returns once it takes writes. */
  public void promote() {
    execute("select pg_promote(true, 30)");
  }

  /** Runs a statement past the bot. */
  public void execute(String statement) {
    try (Connection connection = DriverManager.getConnection(url());
        var sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** The number that a query tells. */
  public int number(String query) {
    try {
      return Looks.number(url(), query);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** Waits until it has read all of the log that it recovers from, and takes writes. */
  public void awaitWrites() {
    Waiting.until("it takes writes", () -> number("select pg_is_in_recovery()::int") == 0);
  }

  /**
   * How many rows each table has, and a digest of them: two servers with the same answer hold the
   * same.
   */
  public Map<String, String> rows() {
    var rows = new TreeMap<String, String>();
    try (Connection connection = DriverManager.getConnection(url());
        var sql = connection.createStatement();
        var tables =
            sql.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
      while (tables.next()) {
        String table = tables.getString(1);
        try (var query = connection.createStatement();
            var row =
                query.executeQuery(
                    "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by"
                        + " t::text)), '') from "
                        + table
                        + " t")) {
          row.next();
          rows.put(table, row.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the rows cannot be counted", e);
    }
    return rows;
  }

  /** Whether it takes a connection now. */
  public boolean answers() {
    try (Connection connection = DriverManager.getConnection(url() + "&connectTimeout=2")) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  /** What it has logged. */
  public Path log() {
    return folder.resolve("postgres.log");
  }

  /** The cluster's files. */
  public Path data() {
    return folder.resolve("data");
  }

  /** The postmaster; all its processes descend from it. */
  public ProcessHandle process() {
    return running().toHandle();
  }

  private Process running() {
    Process current = process;
    if (current == null) {
      throw new IllegalStateException("Postgres was not started");
    }
    return current;
  }

  /** SIGINT asks for a fast shutdown; what does not heed it is killed. */
  public void stop() {
    Process current = running();
    resume();
    Signals.send("INT", List.of(current.pid()));
    try {
      if (!current.waitFor(10, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (runs()) {
      kill();
    }
    Looks.forget(url());
    Folders.delete(folder);
  }
}
