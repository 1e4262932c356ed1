package io.evenkeel.bot.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one job and its one trigger, as rows that all replicas share. They are put right whenever
 * they are not as they should be: taken away, stopped, of another interval, or planned for a far
 * time by a replica whose clock was wrong.
 */
final class Standing {
  private static final Logger log = LoggerFactory.getLogger(Standing.class);

  private static final JobKey JOB = JobKey.jobKey("look", "due");
  private static final TriggerKey TRIGGER = TriggerKey.triggerKey("every", "due");

  private final Scheduler scheduler;
  private final Duration every;

  Standing(Scheduler scheduler, Duration every) {
    this.scheduler = scheduler;
    this.every = every;
  }

  void keep() throws SchedulerException {
    SimpleTrigger wanted = wanted();
    if (!asWanted(wanted)) {
      scheduler.scheduleJob(job(), Set.of(wanted), true);
      log.info("What is due is looked for every {} ms, by one replica of all", every.toMillis());
    }
  }

  private boolean asWanted(SimpleTrigger wanted) throws SchedulerException {
    return scheduler.getTrigger(TRIGGER) instanceof SimpleTrigger found
        && found.getRepeatInterval() == every.toMillis()
        && soon(found, wanted)
        && goes(scheduler.getTriggerState(TRIGGER))
        && Look.class.equals(jobClass());
  }

  /** A class that this version does not know is a fault too: another version's job. */
  private @Nullable Class<?> jobClass() throws SchedulerException {
    JobDetail found = scheduler.getJobDetail(JOB);
    return found == null ? null : found.getJobClass();
  }

  /** A new trigger begins now, by the clock that Quartz goes by. */
  private boolean soon(SimpleTrigger found, SimpleTrigger wanted) {
    if (found.getNextFireTime() == null) {
      return false;
    }
    Instant latest = wanted.getStartTime().toInstant().plus(every.multipliedBy(2)).plusSeconds(1);
    return !found.getNextFireTime().toInstant().isAfter(latest);
  }

  private static boolean goes(Trigger.TriggerState state) {
    return switch (state) {
      case NORMAL, BLOCKED -> true;
      case NONE, PAUSED, COMPLETE, ERROR -> false;
    };
  }

  private static JobDetail job() {
    return JobBuilder.newJob(Look.class).withIdentity(JOB).storeDurably().build();
  }

  private SimpleTrigger wanted() {
    return TriggerBuilder.newTrigger()
        .withIdentity(TRIGGER)
        .forJob(JOB)
        .startNow()
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(every.toMillis())
                .repeatForever()
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .build();
  }
}
