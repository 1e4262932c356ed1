package io.evenkeel.chaos.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signals to processes, as the shell sends them. */
final class Signals {
  private Signals() {}

  /**
   * SIGKILL to a process and all that it has started; returns once they are gone. A Postgres that
   * is started on the data of one that is not quite gone refuses to.
   */
  static void kill(ProcessHandle head) {
    // Stands still first, so that it starts nothing while its children are listed.
    send("STOP", List.of(head.pid()));
    List<Long> all = family(head);
    send("KILL", all);
    awaitEnd(all);
  }

  static void awaitEnd(List<Long> pids) {
    Waiting.until("the processes have ended", () -> pids.stream().allMatch(Signals::ended));
  }

  /** A zombie has ended as well, though nobody may have taken note of it yet. */
  private static boolean ended(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
    } catch (IOException e) {
      return true;
    }
  }

  /** The process and all that it has started. */
  static List<Long> family(ProcessHandle head) {
    return Stream.concat(Stream.of(head), head.descendants()).map(ProcessHandle::pid).toList();
  }

  /**
   * @param signal such as {@code STOP}; processes that are gone are passed over
   */
  static void send(String signal, List<Long> pids) {
    String all = pids.stream().map(String::valueOf).collect(Collectors.joining(" "));
    run("kill -" + signal + " " + all + " 2>/dev/null; true");
  }

  static void run(String shell) {
    try {
      int exit = new ProcessBuilder("sh", "-c", shell).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("exit " + exit + " of " + shell);
      }
    } catch (IOException e) {
      throw new IllegalStateException(shell, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
