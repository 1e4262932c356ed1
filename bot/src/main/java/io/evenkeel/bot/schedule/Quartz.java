package io.evenkeel.bot.schedule;

import java.time.Duration;
import java.util.Map;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.DefaultThreadExecutor;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.impl.SchedulerRepository;

/** How Quartz is set up. */
final class Quartz {
  /** The same for all replicas: what makes them one cluster. */
  static final String CLUSTER = "evenkeel";

  private Quartz() {}

  /**
   * A scheduler that is not started yet. Quartz keeps them by name, one for each JVM; ours is taken
   * out again, so that several replicas may run in one JVM, as they do in tests.
   */
  static Scheduler open(String replica, OneAtATime worker, Store store, Duration every)
      throws SchedulerException {
    synchronized (Quartz.class) {
      var factory = DirectSchedulerFactory.getInstance();
      factory.createScheduler(
          CLUSTER,
          replica,
          worker,
          new DefaultThreadExecutor(),
          store,
          Map.of(),
          null,
          0,
          Math.max(1000, every.toMillis()),
          Store.RETRY.toMillis(),
          false,
          null,
          1,
          0,
          true);
      Scheduler scheduler = factory.getScheduler(CLUSTER);
      SchedulerRepository.getInstance().remove(CLUSTER);
      return scheduler;
    }
  }
}
