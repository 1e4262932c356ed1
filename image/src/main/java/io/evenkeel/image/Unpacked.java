package io.evenkeel.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** An image's files, as a container finds them. */
final class Unpacked {
  private Unpacked() {}

  /**
   * Ours of the image in that tar: what the base brings is left out.
   *
   * @param root a folder that is made anew
   */
  static Stage of(Path tar, Path root, Instant created) {
    Folders.delete(root);
    Set<String> layers =
        Written.read(tar).layers().stream()
            .map(layer -> "blobs/" + layer.digest().replace(':', '/'))
            .collect(Collectors.toSet());
    try (InputStream in = Files.newInputStream(tar);
        var entries = new TarArchiveInputStream(in)) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        if (layers.contains(entry.getName())) {
          layer(entries, root);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Stage(root, created);
  }

  /** Closes nothing: the next layer comes behind it in the same file. */
  private static void layer(InputStream packed, Path root) throws IOException {
    var files = new TarArchiveInputStream(new GZIPInputStream(new BufferedInputStream(packed)));
    for (TarArchiveEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
      Path to = root.resolve(file.getName()).normalize();
      boolean ours = to.startsWith(root.resolve("opt/java")) || to.startsWith(root.resolve("app"));
      if (ours && file.isFile()) {
        Files.createDirectories(to.getParent());
        Files.copy(files, to);
        boolean runs = (file.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
            to, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        Files.setLastModifiedTime(to, FileTime.from(file.getLastModifiedTime().toInstant()));
      }
    }
  }
}
