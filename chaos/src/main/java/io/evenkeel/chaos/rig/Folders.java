package io.evenkeel.chaos.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Folders of this run: removed when the process ends, or before. */
final class Folders {
  private Folders() {}

  static Path temporary(String prefix) {
    try {
      Path folder = Files.createTempDirectory(prefix);
      Running.atTheEnd(() -> delete(folder));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files that go away meanwhile are left out: a running Postgres removes some. */
  static void copy(Path from, Path to) {
    copy(from, to, _ -> true);
  }

  /**
   * The same of some files.
   *
   * @param wanted takes paths relative to {@code from}; folders are made whatever it says
   */
  static void copy(Path from, Path to, Predicate<Path> wanted) {
    try {
      Files.walkFileTree(
          from,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
              Path target = to.resolve(from.relativize(folder));
              Files.createDirectories(target);
              Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(folder));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              if (!wanted.test(from.relativize(file))) {
                return FileVisitResult.CONTINUE;
              }
              try {
                Files.copy(
                    file,
                    to.resolve(from.relativize(file)),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
              } catch (NoSuchFileException _) {
                return FileVisitResult.CONTINUE;
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * As far as it goes: what a process still writes meanwhile may stay, and holds up nothing else.
   */
  static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              return gone(file);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException e) {
              return gone(emptied);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileVisitResult gone(Path path) {
    boolean _ = path.toFile().delete();
    return FileVisitResult.CONTINUE;
  }
}
