package io.evenkeel.bot;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened, to be closed in reverse. */
final class Opened implements AutoCloseable {
  private final Deque<AutoCloseable> stack = new ArrayDeque<>();

  <T extends AutoCloseable> T keep(T resource) {
    stack.push(resource);
    return resource;
  }

  /** Closes everything, also when one of them fails. */
  @Override
  public void close() {
    RuntimeException failed = null;
    while (!stack.isEmpty()) {
      try {
        stack.pop().close();
      } catch (Exception e) {
        failed = failed == null ? new IllegalStateException("could not be closed", e) : failed;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
