package io.evenkeel.chaos.rig;

import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A data folder with our tables, from which those of servers are copied. */
final class Migrated {
  private static final Map<Migrated.Made, Path> KNOWN = new ConcurrentHashMap<>();

  private Migrated() {}

  /** What a data folder was made by, and with which options of initdb. */
  private record Made(Binaries by, List<String> initdb) {
    /** Which release of the library is told by its jar. */
    String name() {
      String what = (by.equals(Binaries.EMBEDDED) ? "" : by.folder()) + " " + initdb;
      return "postgres-" + Integer.toHexString(what.hashCode());
    }
  }

  /** Made once for a build. */
  static Path data(Binaries by, List<String> initdb) {
    return KNOWN.computeIfAbsent(new Made(by, initdb), Migrated::keptOrMade);
  }

  private static Path keptOrMade(Made made) {
    return PerBuild.kept(made.name(), "", to -> moved(migrated(made), to))
        .orElseGet(() -> migrated(made));
  }

  private static Path migrated(Made made) {
    var server = Postgres.empty(made.by(), Map.of("fsync", "off"), made.initdb());
    Database.migrate(new DatabaseSettings(server.url(), "postgres", "", 1));
    leaveOneDatabase(server);
    server.stop();
    return server.data();
  }

  /** Two thirds of the files that each copy takes its time with are databases that nobody is in. */
  private static void leaveOneDatabase(Postgres server) {
    server.execute("update pg_database set datistemplate = false where datname like 'template%'");
    server.execute("drop database template0");
    server.execute("drop database template1");
  }

  /** Half a copy never has the name by which others take it. */
  private static void moved(Path data, Path to) {
    Path half = to.resolveSibling("half-" + to.getFileName());
    Folders.delete(half);
    Folders.copy(data, half);
    try {
      Files.move(half, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
