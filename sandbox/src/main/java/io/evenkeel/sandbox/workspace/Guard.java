package io.evenkeel.sandbox.workspace;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The one lock, and the order in which changes are told. */
final class Guard {

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

  <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Tells the listeners under the lock, so that all see the same order. */
  void tell(Change change) {
    for (Consumer<Change> listener : listeners) {
      listener.accept(change);
    }
  }

  Listening listen(Consumer<Change> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
