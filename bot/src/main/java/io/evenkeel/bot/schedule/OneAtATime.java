package io.evenkeel.bot.schedule;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quartz.spi.ThreadPool;

/** Runs one job at a time, each on a virtual thread. Public, as Quartz looks into it. */
public final class OneAtATime implements ThreadPool {
  private final Duration patience;
  private final Semaphore free = new Semaphore(1);
  private volatile @Nullable Thread under;
  private volatile Runnable begun = () -> {};

  /**
   * @param patience how long the job under way may take once all is to end
   */
  OneAtATime(Duration patience) {
    this.patience = patience;
  }

  /** Who is told each time that a job has begun. */
  void tell(Runnable whoever) {
    begun = whoever;
  }

  @Override
  public boolean runInThread(Runnable job) {
    if (!free.tryAcquire()) {
      return false;
    }
    under =
        Thread.ofVirtual()
            .name("due")
            .start(() -> {
              try {
                job.run();
              } finally {
                under = null;
                free.release();
              }
            });
    begun.run();
    return true;
  }

  @Override
  public int blockForAvailableThreads() {
    free.acquireUninterruptibly();
    free.release();
    return 1;
  }

  /** The job under way comes to its end or, after a while, is asked to. */
  @Override
  public void shutdown(boolean wait) {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        interrupt();
      }
    } catch (InterruptedException e) {
      interrupt();
      Thread.currentThread().interrupt();
    }
  }

  void interrupt() {
    Thread job = under;
    if (job != null) {
      job.interrupt();
    }
  }

  @Override
  public int getPoolSize() {
    return 1;
  }

  @Override
  public void initialize() {}

  @Override
  public void setInstanceId(String replica) {}

  @Override
  public void setInstanceName(String cluster) {}
}
