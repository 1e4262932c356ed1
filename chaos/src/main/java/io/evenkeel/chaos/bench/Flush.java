package io.evenkeel.chaos.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How long the disk takes to keep 8 KB, one page of Postgres's. */
final class Flush {
  private static final int PAGE = 8192;
  private static final int PAGES = 128;
  private static final int TIMES = 400;

  private Flush() {}

  /** Written over and over within a file that has its length, as WAL is. */
  static Quantiles measure(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "flush", null);
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(PAGE * PAGES));
      channel.force(true);
      long[] took = new long[TIMES];
      for (int i = 0; i < TIMES; i++) {
        channel.position((long) (i % PAGES) * PAGE);
        channel.write(ByteBuffer.allocate(PAGE));
        long began = System.nanoTime();
        channel.force(false);
        took[i] = System.nanoTime() - began;
      }
      return new Quantiles(took);
    } finally {
      Files.delete(file);
    }
  }
}
