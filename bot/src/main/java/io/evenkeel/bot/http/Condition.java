package io.evenkeel.bot.http;

import java.util.List;

/** How the process fares, in words for whoever operates it. Asked by many threads at once. */
public interface Condition {
  /** What the work still waits for; empty when it is ready. May take seconds. */
  List<String> missing();

  /** What it does, and whether each of it works. May take seconds. */
  default List<Part> parts() {
    return List.of();
  }

  /** What is wrong though commands are taken; empty when all is well. Answers at once. */
  List<String> warnings();
}
