package io.evenkeel.bot.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is there whole or not at all, whatever happens while it is written. */
final class WholeFile {
  private WholeFile() {}

  /**
   * Written beside its place, brought to the disk, then put there in one step, folders and all.
   *
   * @throws IOException when it cannot be; the file is then as it was
   */
  static void write(Path file, byte[] bytes) throws IOException {
    Path directory = Files.createDirectories(file.resolveSibling("").toAbsolutePath());
    Path fresh = directory.resolve("." + UUID.randomUUID() + ".tmp");
    try {
      try (var channel =
          FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        var rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      try {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        throw new IOException(file + " cannot be replaced in one step on this file system", e);
      }
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
