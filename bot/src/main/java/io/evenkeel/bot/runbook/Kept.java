package io.evenkeel.bot.runbook;

import io.evenkeel.runbook.Remark;
import io.evenkeel.runbook.Runbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of the shelf as it was read.
 *
 * @param good what it said when it could be used last; null for never
 */
record Kept(Stamp stamp, @Nullable Runbook good, @Nullable Remark fault) {
  private static final Logger log = LoggerFactory.getLogger(Kept.class);

  /** How a file was when it was read. */
  record Stamp(long modified, long size, @Nullable Object file) {
    private static Stamp of(Path file) {
      try {
        var now = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(now.lastModifiedTime().toMillis(), now.size(), now.fileKey());
      } catch (IOException _) {
        return new Stamp(-1, -1, null);
      }
    }
  }

  /**
   * What it says now; what it said before stays where it cannot be used any more.
   *
   * @param before null where it was not there
   */
  static Kept now(Path file, @Nullable Kept before) {
    Stamp stamp = Stamp.of(file);
    if (before != null && before.stamp().equals(stamp)) {
      return before;
    }
    RunbookFile read = RunbookFile.read(file);
    Remark fault = read.fault();
    if (fault != null) {
      log.warn(
          "Runbook {}{}",
          fault.in(String.valueOf(file.getFileName())),
          before != null && before.good() != null ? " What it said before stays." : "");
    }
    Runbook good = read.runbook();
    return new Kept(stamp, good == null && before != null ? before.good() : good, fault);
  }
}
