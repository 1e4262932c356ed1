package io.evenkeel.chaos.rig;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One connection that is held up at a {@link Point}, the first that comes there. */
public final class Stop {
  private final Point point;
  private final CompletableFuture<Void> reached = new CompletableFuture<>();
  private final CompletableFuture<Boolean> passes = new CompletableFuture<>();

  Stop(Point point) {
    this.point = point;
  }

  Point point() {
    return point;
  }

  /** Completes when a connection has come there. */
  public CompletableFuture<Void> reached() {
    return reached;
  }

  /**
   * Waits until a connection has come there.
   *
   * @throws IllegalStateException when none has by then
   */
  public void await(Duration within) {
    try {
      reached.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException("no connection came to " + point, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The connection goes on as if nothing had been. */
  public void release() {
    passes.complete(true);
  }

  /** The connection is cut; what was held up never arrives. */
  public void cut() {
    passes.complete(false);
  }

  /** Holds up the calling thread; true when it may go on. */
  boolean hold() {
    reached.complete(null);
    return passes.join();
  }
}
