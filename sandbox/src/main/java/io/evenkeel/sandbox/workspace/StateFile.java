package io.evenkeel.sandbox.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import tools.jackson.core.JacksonException;

/**
 * Keeps the workspace in a file: written whole and swapped in, shortly after the last of several
 * changes.
 */
public final class StateFile implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Path file;
  private final Workspace workspace;
  private final Semaphore changed = new Semaphore(0);
  private final Listening listening;
  private final Thread writer;

  private StateFile(Path file, Workspace workspace) {
    this.file = file;
    this.workspace = workspace;
    this.listening = workspace.onChange(c -> changed.release());
    this.writer = Thread.ofVirtual().name("sandbox-state").start(this::work);
  }

  /**
   * Loads what the file holds into the workspace, and keeps the file up to date from now on.
   *
   * @throws IllegalStateException if the file cannot be read; says how to start afresh
   */
  public static StateFile open(Path file, Workspace workspace) {
    if (Files.exists(file)) {
      try {
        workspace.restore(Json.read(Files.readAllBytes(file), State.class));
      } catch (IOException | JacksonException e) {
        throw new IllegalStateException(
            "%s cannot be read. Delete it to start with a new workspace.".formatted(file), e);
      }
    }
    return new StateFile(file, workspace);
  }

  private void work() {
    try {
      while (true) {
        changed.acquire();
        Thread.sleep(PAUSE);
        changed.drainPermits();
        write();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void write() {
    try {
      Path absolute = file.toAbsolutePath();
      Files.createDirectories(absolute.getParent());
      Path fresh = absolute.resolveSibling(absolute.getFileName() + ".new");
      Files.write(fresh, Json.bytes(workspace.snapshot()));
      Files.move(
          fresh, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The workspace could not be kept in " + file, e);
    }
  }

  @Override
  public void close() {
    listening.close();
    writer.interrupt();
    write();
  }
}
