package io.evenkeel.chaos.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** As fast as so many workers can, each beginning with the next as soon as one is done. */
final class ClosedLoop {
  private ClosedLoop() {}

  /** Made and used by one thread. */
  interface Worker extends AutoCloseable {
    /** Does one; false when it failed. */
    boolean next() throws Exception;

    @Override
    void close() throws IOException, SQLException;
  }

  /** Where workers come from. */
  interface Workers {
    Worker open() throws Exception;
  }

  /**
   * What was done.
   *
   * @param perSecond in the time that was measured
   * @param done in all
   */
  record Result(double perSecond, long done, long failed) {}

  /**
   * @param settle not counted, while all come up to speed
   */
  static Result run(int workers, Duration settle, Duration length, Workers source)
      throws Exception {
    var done = new LongAdder();
    var failed = new LongAdder();
    var stop = new AtomicBoolean();
    var broken = new AtomicReference<@Nullable Exception>();
    var opened = new ArrayList<Worker>();
    var threads = new ArrayList<Thread>();
    try {
      for (int i = 0; i < workers; i++) {
        Worker worker = source.open();
        opened.add(worker);
        threads.add(
            Thread.ofPlatform()
                .name("load-" + i)
                .start(() -> work(worker, stop, broken, done, failed)));
      }
      Thread.sleep(settle);
      long before = done.sum();
      long began = System.nanoTime();
      Thread.sleep(length);
      long after = done.sum();
      double seconds = (System.nanoTime() - began) / 1e9;
      stop(stop, threads);
      if (broken.get() != null) {
        throw new IllegalStateException("it could not be measured", broken.get());
      }
      return new Result((after - before) / seconds, done.sum(), failed.sum());
    } finally {
      stop(stop, threads);
      for (Worker worker : opened) {
        worker.close();
      }
    }
  }

  private static void stop(AtomicBoolean stop, List<Thread> threads) throws InterruptedException {
    stop.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** A worker that breaks ends all of it: a figure without it would be wrong. */
  private static void work(
      Worker worker,
      AtomicBoolean stop,
      AtomicReference<@Nullable Exception> broken,
      LongAdder done,
      LongAdder failed) {
    while (!stop.get()) {
      try {
        (worker.next() ? done : failed).increment();
      } catch (Exception e) {
        broken.compareAndSet(null, e);
        return;
      }
    }
  }
}
