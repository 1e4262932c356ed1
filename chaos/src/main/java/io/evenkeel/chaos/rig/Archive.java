package io.evenkeel.chaos.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * A folder on another disk, so to say, that keeps a base backup and the log written since, by what
 * is in every server: no other program is needed.
 */
public final class Archive {
  private final Path folder = Folders.temporary("evenkeel-archive");

  /** What a server must be started with, so that its log comes here. */
  public Map<String, String> settings() {
    return Map.of("archive_mode", "on", "archive_command", "cp %p '" + folder + "/%f'");
  }

  public Path folder() {
    return folder;
  }

  /** Copies the cluster while it is used. */
  public void base(Postgres server) {
    copy(server, folder.resolve("base"));
  }

  /** Waits until all that is committed by now is here. */
  public void upToNow(Postgres server) {
    int before = archived(server);
    server.execute("select pg_switch_wal()");
    Waiting.until("the log is archived", () -> archived(server) > before);
  }

  private static int archived(Postgres server) {
    return server.number("select archived_count from pg_stat_archiver");
  }

  /** A new server, started, with all that is here. */
  public Postgres restored(Postgres lost) {
    Postgres next = lost.elsewhere();
    Folders.copy(folder.resolve("base"), next.data());
    try {
      Files.writeString(
          next.data().resolve("postgresql.auto.conf"),
          "restore_command = 'cp %s/%%f %%p'\n".formatted(folder),
          StandardOpenOption.APPEND);
      Files.createFile(next.data().resolve("recovery.signal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    next.start();
    next.awaitWrites();
    return next;
  }

  /**
   * A copy of a running server's files, with the label that says from where its log is needed; the
   * log itself is left out.
   */
  static void copy(Postgres server, Path to) {
    try (Connection connection = DriverManager.getConnection(server.url());
        var sql = connection.createStatement()) {
      sql.execute("select pg_backup_start('copy', true)");
      Folders.copy(server.data(), to, file -> !file.startsWith("pg_wal"));
      try (var rows = sql.executeQuery("select labelfile from pg_backup_stop(false)")) {
        rows.next();
        Files.writeString(to.resolve("backup_label"), rows.getString(1));
      }
      Files.deleteIfExists(to.resolve("postmaster.pid"));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("no base backup could be made", e);
    }
  }
}
