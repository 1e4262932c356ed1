package io.evenkeel.chaos.schedule;

import io.evenkeel.chaos.check.Ledger;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A line every few seconds while a run goes on. */
final class Progress implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofSeconds(5);

  private final PrintStream out;
  private final Ledger ledger;
  private final Backlog backlog;
  private final AtomicInteger kills;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final long start = System.nanoTime();
  private final Thread thread;

  Progress(PrintStream out, Ledger ledger, Backlog backlog, AtomicInteger kills) {
    this.out = out;
    this.ledger = ledger;
    this.backlog = backlog;
    this.kills = kills;
    thread = Thread.ofVirtual().start(this::tell);
  }

  private void tell() {
    while (true) {
      LockSupport.parkNanos(BETWEEN.toNanos());
      if (closing.get()) {
        return;
      }
      Backlog.Sample now = backlog.now();
      out.printf(
          Locale.ROOT,
          "  %4d s: %d kills, %d answered, %s%n",
          Duration.ofNanos(System.nanoTime() - start).toSeconds(),
          kills.get(),
          ledger.answered(),
          now.pending() < 0
              ? "Postgres is away"
              : "%d effects pending, the oldest %.1f s old"
                  .formatted(now.pending(), now.oldest().toMillis() / 1000.0));
    }
  }

  @Override
  public void close() {
    closing.set(true);
    LockSupport.unpark(thread);
  }
}
