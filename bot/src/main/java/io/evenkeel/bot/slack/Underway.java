package io.evenkeel.bot.slack;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What goes on beside and after acknowledgements. A stop gives it its chance. */
final class Underway {
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final CountDownLatch givenUp = new CountDownLatch(1);

  /** Does the work on a virtual thread of its own. */
  void start(String name, Runnable work) {
    Thread thread =
        Thread.ofVirtual()
            .name(name)
            .unstarted(() -> {
              try {
                work.run();
              } finally {
                threads.remove(Thread.currentThread());
              }
            });
    threads.add(thread);
    thread.start();
  }

  /** Rests between two tries; returns false when there is no time for another. */
  boolean rest(Duration between) {
    try {
      return !givenUp.await(between.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Waits until everything is over. What is tried again and again is tried for so long, and then
   * has as long as {@code words} to say that it is not known.
   */
  void finish(Duration tries, Duration words) {
    awaitAll(tries);
    givenUp.countDown();
    awaitAll(words);
  }

  private void awaitAll(Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    // One that ends may have begun another.
    for (List<Thread> left = List.copyOf(threads); !left.isEmpty(); left = List.copyOf(threads)) {
      for (Thread thread : left) {
        try {
          if (!thread.join(Duration.ofNanos(deadline - System.nanoTime()))) {
            return;
          }
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }
}
