package io.evenkeel.chaos.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who sits on which processor. Where all share the same ones, a bot beside plain JDBC measures what
 * a processor does for Bolt and JSON; with Postgres on one of its own, as on a server of its own,
 * it measures what the bot asks of Postgres.
 */
final class Seats {
  private static final int ENOUGH = 4;

  private Seats() {}

  /**
   * Postgres alone on the first processor, this process and all that it has started on the others.
   *
   * @return false when there are fewer than four, or no {@code taskset}
   */
  static boolean apart(ProcessHandle postgres) throws InterruptedException {
    int processors = Runtime.getRuntime().availableProcessors();
    if (processors < ENOUGH) {
      return false;
    }
    List<Long> theirs = family(postgres);
    List<Long> ours =
        family(ProcessHandle.current()).stream().filter(pid -> !theirs.contains(pid)).toList();
    return sit("0", theirs) && sit("1-" + (processors - 1), ours);
  }

  private static List<Long> family(ProcessHandle head) {
    return Stream.concat(Stream.of(head), head.descendants()).map(ProcessHandle::pid).toList();
  }

  private static boolean sit(String processors, List<Long> pids) throws InterruptedException {
    String each =
        pids.stream()
            .map(pid -> "taskset -a -c -p " + processors + " " + pid)
            .collect(Collectors.joining(" && "));
    try {
      return new ProcessBuilder("sh", "-c", "(" + each + ") >/dev/null 2>&1").start().waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
