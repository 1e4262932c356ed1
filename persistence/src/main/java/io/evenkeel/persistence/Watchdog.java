package io.evenkeel.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts a transaction's connection when its time is over, whatever it is doing. Time-outs of single
 * statements add up; this is the one limit that holds for all of it.
 */
final class Watchdog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("database-deadline").factory());

  Watchdog() {
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Watches over a connection until the watch is closed. */
  Watch watch(Connection connection, Duration left) {
    var watch = new Watch(connection);
    watch.alarm = timer.schedule(watch::expire, left.toNanos(), TimeUnit.NANOSECONDS);
    return watch;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private enum Phase {
    WORKING,
    COMMITTING,
    EXPIRED
  }

  /** One transaction under watch. */
  static final class Watch implements AutoCloseable {
    private final Connection connection;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.WORKING);
    private volatile Future<?> alarm = CompletableFuture.completedFuture(null);

    private Watch(Connection connection) {
      this.connection = connection;
    }

    /** True when COMMIT may be sent; false when time was over before, so that it never is. */
    boolean beginCommit() {
      return phase.compareAndSet(Phase.WORKING, Phase.COMMITTING);
    }

    private void expire() {
      phase.compareAndSet(Phase.WORKING, Phase.EXPIRED);
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.warn("A connection past its deadline could not be cut", e);
      }
    }

    @Override
    public void close() {
      alarm.cancel(false);
    }
  }
}
