package io.evenkeel.chaos.rig;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Postgres' programs, and empty data folders made by its initdb. */
public final class Binaries {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final int OLDEST = 15;
  private static final int NEWEST = 18;

  /** Initdb, pg_ctl and postgres alone, unpacked once for this process. */
  static final Binaries EMBEDDED = new Binaries(unpacked().resolve("bin"));

  private final Path folder;
  private final Map<List<String>, Path> templates = new ConcurrentHashMap<>();

  private Binaries(Path folder) {
    this.folder = folder;
  }

  /**
   * The oldest Postgres on this machine that we promise to work with, with all its programs; empty
   * where there is none.
   */
  public static Optional<Binaries> installed() {
    return IntStream.rangeClosed(OLDEST, NEWEST)
        .mapToObj(version -> DEBIAN.resolve(version + "/bin"))
        .filter(bin ->
            Stream.of("postgres", "pg_dump", "pg_basebackup", "pg_receivewal")
                .allMatch(program -> Files.isExecutable(bin.resolve(program))))
        .findFirst()
        .map(Binaries::new);
  }

  /** Where the programs are. */
  public Path folder() {
    return folder;
  }

  /** The command line of a program; Postgres refuses to run as root, so root becomes nobody. */
  List<String> command(String program, List<String> arguments) {
    var command = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(folder.resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  /**
   * A copy of what initdb makes.
   *
   * @param options of initdb, such as {@code --wal-segsize=1}
   */
  void freshData(Path data, List<String> options) {
    Path template =
        templates.computeIfAbsent(
            options, _ -> PerBuild.folder(name("initdb", options), () -> template(options)));
    Folders.copy(template, data);
  }

  /** Of a folder that was made by these and by initdb with such options. */
  String name(String what, List<String> options) {
    // Which release the library has is told by its jar, wherever it was unpacked.
    String by = equals(EMBEDDED) ? "" : folder.toString();
    return what + "-" + Integer.toHexString((by + options).hashCode());
  }

  private Path template(List<String> options) {
    Path folder = Folders.temporary("evenkeel-initdb");
    var arguments = new ArrayList<>(options);
    arguments.addAll(
        List.of("-D", folder.resolve("data").toString(), "-U", "postgres", "-A", "trust"));
    arguments.addAll(List.of("-E", "UTF8", "--locale=C", "--no-sync"));
    try {
      Path log = folder.resolve("initdb.log");
      int exit =
          new ProcessBuilder(command("initdb", arguments))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IllegalStateException("initdb failed: " + Files.readString(log));
      }
      return folder.resolve("data");
    } catch (IOException e) {
      throw new IllegalStateException("initdb cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As the library unpacked them for earlier tests on this machine, or our own copy. */
  private static Path unpacked() {
    try (InputStream packed = archive()) {
      byte[] digest = MessageDigest.getInstance("MD5").digest(packed.readAllBytes());
      Path shared =
          Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg")
              .resolve("PG-" + HexFormat.of().formatHex(digest));
      // The mark that the library sets when all is there.
      return Files.exists(shared.resolve(".exists")) ? shared : ownCopy();
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("Postgres' programs cannot be found", e);
    }
  }

  private static InputStream archive() throws IOException {
    return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
        "Linux", System.getProperty("os.arch").equals("aarch64") ? "arm64v8" : "x86_64");
  }

  private static Path ownCopy() throws IOException {
    Path folder = Folders.temporary("evenkeel-postgres");
    try (InputStream packed = archive();
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, folder.resolve(entry.getName()).normalize());
      }
    }
    return folder;
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path to)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(to);
      return;
    }
    Files.createDirectories(to.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, to);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
