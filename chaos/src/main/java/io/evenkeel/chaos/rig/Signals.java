package io.evenkeel.chaos.rig;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signals to processes, as the shell sends them. */
final class Signals {
  private Signals() {}

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
