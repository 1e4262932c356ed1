package io.evenkeel.chaos.rig;

import java.util.ArrayDeque;
import java.util.Deque;

/** What must not outlive this process, however it ends short of SIGKILL. */
final class Running {
  private static final Deque<Runnable> LAST = new ArrayDeque<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Running::end, "chaos-ends"));
  }

  private Running() {}

  /** Kills it, with all that it has started, when this process ends. */
  static Process keep(Process process) {
    atTheEnd(() -> {
      if (process.isAlive()) {
        Signals.kill(process.toHandle());
      }
    });
    return process;
  }

  /** What is said last is done first: processes end before their folders go. */
  static synchronized void atTheEnd(Runnable deed) {
    LAST.push(deed);
  }

  /** One that fails takes nothing from the others. */
  private static synchronized void end() {
    for (Runnable deed : LAST) {
      try {
        deed.run();
      } catch (RuntimeException | AssertionError e) {
        System.err.println("not tidied up: " + e);
      }
    }
  }
}
