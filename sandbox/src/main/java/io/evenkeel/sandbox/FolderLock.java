package io.evenkeel.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One sandbox at a time in a folder. The lock goes with the process, however that ends. */
final class FolderLock implements AutoCloseable {

  private final FileChannel file;

  private FolderLock(FileChannel file) {
    this.file = file;
  }

  static FolderLock take(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel file =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (file.tryLock() == null) {
      file.close();
      throw new IllegalStateException(
          "A sandbox is running already on this folder. Stop it first, or use its page.");
    }
    return new FolderLock(file);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
