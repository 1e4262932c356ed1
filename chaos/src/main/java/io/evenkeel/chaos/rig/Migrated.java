package io.evenkeel.chaos.rig;

import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A data folder with our tables, from which those of servers are copied. */
final class Migrated {
  private static final Map<Made, Path> KNOWN = new ConcurrentHashMap<>();

  private Migrated() {}

  /** What a data folder was made by, and with which options of initdb. */
  private record Made(Binaries by, List<String> initdb) {}

  /** Made once for a build. */
  static Path data(Binaries by, List<String> initdb) {
    return KNOWN.computeIfAbsent(
        new Made(by, initdb),
        made -> PerBuild.folder(by.name("postgres", initdb), () -> migrated(made)));
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
}
