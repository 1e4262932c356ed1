package io.evenkeel.chaos.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The logs of the bots that were started, for the one who must find out why a test failed. */
public final class Logs {
  private static final int LAST_LINES = 200;
  private static final Queue<Path> FILES = new ConcurrentLinkedQueue<>();

  private Logs() {}

  static void keep(Path file) {
    FILES.add(file);
  }

  /** The last lines of each since {@link #forget}. */
  public static String all() {
    var text = new StringBuilder();
    FILES.forEach(file -> text.append("=== ").append(file).append('\n').append(tail(file)));
    return text.toString();
  }

  /** A new test begins. */
  public static void forget() {
    FILES.clear();
  }

  private static String tail(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
          + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
