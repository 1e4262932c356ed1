package io.evenkeel.bot.schedule;

import io.evenkeel.persistence.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.quartz.JobDetail;
import org.quartz.JobPersistenceException;
import org.quartz.Trigger.CompletedExecutionInstruction;
import org.quartz.impl.jdbcjobstore.InvalidConfigurationException;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.spi.OperableTrigger;
import org.quartz.spi.TriggerFiredResult;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/**
 * Quartz's store in our Postgres, which says in one line that Postgres is away where Quartz prints
 * a stack trace again and again, and knows whether a look is promised to this replica.
 */
@SuppressWarnings("unchecked") // JobStoreTX overrides a generic method with a raw one
final class Store extends JobStoreTX {
  /** After an error. */
  static final Duration RETRY = Duration.ofSeconds(2);

  /** A replica that was not seen for this and 7.5 s more is taken for dead. */
  private static final Duration CHECK_IN = Duration.ofSeconds(2);

  private final Trouble trouble;
  private final CountDownLatch closing;

  /** Has its permit while no look is promised to this replica and not begun. */
  private final Semaphore held = new Semaphore(1);

  private Store(Trouble trouble, CountDownLatch closing) {
    this.trouble = trouble;
    this.closing = closing;
  }

  static Store of(
      Database database, String replica, Duration every, Trouble trouble, CountDownLatch closing) {
    String source = "evenkeel-" + replica;
    DBConnectionManager.getInstance().addConnectionProvider(source, new Pooled(database));
    var store = new Store(trouble, closing);
    store.setDataSource(source);
    store.setInstanceName(Quartz.CLUSTER);
    store.setInstanceId(replica);
    store.setIsClustered(true);
    store.setClusterCheckinInterval(CHECK_IN.toMillis());
    store.setDbRetryInterval(RETRY.toMillis());
    // A look that is late by more is left out: the one after it finds the same.
    store.setMisfireThreshold(every.plusSeconds(1).toMillis());
    store.setUseProperties("true");
    store.setMakeThreadsDaemons(true);
    try {
      store.setDriverDelegateClass(PostgreSQLDelegate.class.getName());
    } catch (InvalidConfigurationException e) {
      throw new IllegalStateException("Quartz refuses its own class", e);
    }
    return store;
  }

  /** Waits until what is promised was begun or given back, or so long. */
  void awaitNothingHeld(Duration most) throws InterruptedException {
    if (held.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
      held.release();
    }
  }

  @Override
  public List<OperableTrigger> acquireNextTriggers(long until, int most, long window)
      throws JobPersistenceException {
    // Before Postgres says so: whoever looked in between would end with it promised.
    held.drainPermits();
    boolean promised = false;
    try {
      List<OperableTrigger> triggers = super.acquireNextTriggers(until, most, window);
      promised = !triggers.isEmpty();
      return triggers;
    } finally {
      if (!promised) {
        nothingHeld();
      }
    }
  }

  @Override
  public List<TriggerFiredResult> triggersFired(List<OperableTrigger> triggers)
      throws JobPersistenceException {
    List<TriggerFiredResult> fired = super.triggersFired(triggers);
    if (fired.isEmpty()) {
      nothingHeld();
    }
    return fired;
  }

  /** Tried until Postgres takes it, but not past the end. */
  @Override
  public void releaseAcquiredTrigger(OperableTrigger trigger) {
    untilClosing(() -> super.releaseAcquiredTrigger(trigger));
    nothingHeld();
  }

  @Override
  public void triggeredJobComplete(
      OperableTrigger trigger, JobDetail job, CompletedExecutionInstruction then) {
    untilClosing(() -> super.triggeredJobComplete(trigger, job, then));
    nothingHeld();
  }

  /** Quartz throws where its patience is ended. What is left undone another replica finds. */
  private void untilClosing(Runnable write) {
    try {
      write.run();
    } catch (IllegalStateException e) {
      if (closing.getCount() > 0) {
        throw e;
      }
    }
  }

  /**
   * Nobody: stack traces while Postgres is away, and a warning every 2 s while a clock is wrong.
   * What people should know says {@link Trouble}, and {@link Standing}.
   */
  @Override
  protected Logger getLog() {
    return NOPLogger.NOP_LOGGER;
  }

  /** What was promised has begun, or was given back. */
  synchronized void nothingHeld() {
    if (held.availablePermits() == 0) {
      held.release();
    }
  }

  @Override
  protected boolean doCheckin() {
    try {
      boolean recovered = super.doCheckin();
      trouble.over();
      return recovered;
    } catch (JobPersistenceException e) {
      trouble.met(e);
      pause();
      return false;
    }
  }

  @Override
  protected RecoverMisfiredJobsResult doRecoverMisfires() {
    try {
      return super.doRecoverMisfires();
    } catch (JobPersistenceException e) {
      trouble.met(e);
      return RecoverMisfiredJobsResult.NO_OP;
    }
  }

  private void pause() {
    try {
      closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      // Quartz's way to end this thread: it looks at its own flag.
    }
  }
}
