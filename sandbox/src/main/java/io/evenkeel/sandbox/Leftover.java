package io.evenkeel.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what an earlier run left behind when it was killed, known by the process id in a file. */
final class Leftover {

  private static final int PATIENCE_SECONDS = 10;

  private Leftover() {}

  /**
   * Stops the process if it still runs.
   *
   * @param pidFile its first line is the process id
   * @param program how the program's file name begins, so that another process that got the same id
   *     is let alone
   */
  static void stop(Path pidFile, String program) throws IOException {
    Optional<ProcessHandle> left =
        pid(pidFile).flatMap(ProcessHandle::of).filter(p -> runs(p, program));
    if (left.isPresent()) {
      left.get().destroy();
      if (!ended(left.get())) {
        left.get().destroyForcibly();
        ended(left.get());
      }
    }
  }

  private static Optional<Long> pid(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Files.readString(file)
        .lines()
        .findFirst()
        .map(String::strip)
        .filter(l -> l.matches("\\d+"))
        .map(Long::valueOf);
  }

  private static boolean runs(ProcessHandle process, String program) {
    return process
        .info()
        .command()
        .map(c -> Path.of(c).getFileName().toString().startsWith(program))
        .orElse(false);
  }

  private static boolean ended(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
