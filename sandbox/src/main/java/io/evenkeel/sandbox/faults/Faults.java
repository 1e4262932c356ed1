package io.evenkeel.sandbox.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The faults that are due, first come first. */
public final class Faults {

  private final List<Fault> due = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();

  public synchronized void add(Fault fault) {
    due.add(fault);
  }

  /** Nothing goes wrong any more, and what was held goes on. */
  public synchronized void clear() {
    due.clear();
    held.forEach(Held::release);
    held.clear();
    notifyAll();
  }

  /** Cuts what is held, as the server ends. */
  public synchronized void cut() {
    held.forEach(Held::cut);
    held.clear();
  }

  /** Takes note of a call that waits from now on. */
  public synchronized Held hold(String method) {
    held.removeIf(old -> !old.waits());
    var call = new Held(method);
    held.add(call);
    notifyAll();
    return call;
  }

  /** The calls that wait, in the order in which they came. */
  public synchronized List<Held> held() {
    return held.stream().filter(Held::waits).toList();
  }

  /**
   * Waits until a call of this method is held.
   *
   * @throws IllegalStateException when none is by then
   */
  public synchronized Held awaitHeld(String method, Duration within) throws InterruptedException {
    long deadline = System.nanoTime() + within.toNanos();
    while (true) {
      for (Held call : held) {
        if (call.waits() && call.method().equals(method)) {
          return call;
        }
      }
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new IllegalStateException(
            "no " + method + " was held within " + within.toMillis() + " ms");
      }
      wait(left);
    }
  }

  public synchronized List<Fault> all() {
    return List.copyOf(due);
  }

  /** The first fault of one of these kinds for this call, counted as used. */
  public synchronized Optional<Fault> take(String call, Set<Fault.Kind> kinds) {
    for (int i = 0; i < due.size(); i++) {
      Fault fault = due.get(i);
      if (kinds.contains(fault.kind()) && fault.meets(call)) {
        Fault rest = fault.used();
        if (rest.times() == 0) {
          due.remove(i);
        } else {
          due.set(i, rest);
        }
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
