package io.evenkeel.chaos;

import io.evenkeel.chaos.rig.Binaries;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of docs/operations.md, run by a shell exactly as they stand there: those below
 * {@code <!-- rehearsed: NAME -->}.
 */
final class Handbook {
  private static final Path TEXT = Path.of("..", "docs", "operations.md");

  private final Binaries binaries;
  private final Path backups;

  /**
   * @param binaries whose pg_dump and all else is used
   * @param backups what they call $BACKUPS
   */
  Handbook(Binaries binaries, Path backups) {
    this.binaries = binaries;
    this.backups = backups;
  }

  /** Runs them to the end; the first that fails is an error with what was said. */
  void run(String name, Postgres server) {
    Process process = start(name, server);
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(name + " failed:\n" + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts what runs all the time. */
  Process start(String name, Postgres server) {
    var builder =
        new ProcessBuilder(List.of("sh", "-e", "-c", commands(name))).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH",
                binaries.folder() + ":" + System.getenv("PATH"),
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                Integer.toString(server.port()),
                "PGUSER",
                "postgres",
                "PGDATABASE",
                "postgres",
                "BACKUPS",
                backups.toString(),
                "NEW",
                server.data().toString()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends what runs all the time. */
  static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    Waiting.until("it has ended", () -> !process.isAlive());
  }

  private static String commands(String name) {
    try {
      String mark = "<!-- rehearsed: " + name + " -->";
      Matcher block =
          Pattern.compile(Pattern.quote(mark) + "\n+ *```[a-z]*\n(.*?) *```", Pattern.DOTALL)
              .matcher(Files.readString(TEXT));
      if (!block.find()) {
        throw new AssertionError(TEXT + " has no commands below " + mark);
      }
      return block.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
