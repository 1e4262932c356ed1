package io.evenkeel.bot.schedule;

import io.evenkeel.persistence.Unavailable;
import java.time.InstantSource;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look for what is due. Its name stands in the database, where the replicas of another version
 * read it: it is not renamed.
 */
@DisallowConcurrentExecution
final class Look implements Job {
  private static final Logger log = LoggerFactory.getLogger(Look.class);

  private final DueSweep sweep;
  private final InstantSource clock;
  private final Trouble trouble;
  private final Looks looks;

  Look(DueSweep sweep, InstantSource clock, Trouble trouble, Looks looks) {
    this.sweep = sweep;
    this.clock = clock;
    this.trouble = trouble;
    this.looks = looks;
  }

  /** What is thrown here would only be told twice: nothing is. */
  @Override
  public void execute(JobExecutionContext context) {
    try {
      looks.looked(sweep.sweep(clock.instant()));
      trouble.over();
    } catch (Unavailable e) {
      trouble.met(e);
    } catch (RuntimeException e) {
      log.error("What is due could not be acted on", e);
    }
  }
}
