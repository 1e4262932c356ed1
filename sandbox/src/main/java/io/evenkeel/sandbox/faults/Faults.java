package io.evenkeel.sandbox.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The faults that are due, first come first. */
public final class Faults {

  private final List<Fault> due = new ArrayList<>();

  public synchronized void add(Fault fault) {
    due.add(fault);
  }

  /** Nothing goes wrong any more. */
  public synchronized void clear() {
    due.clear();
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
