package io.evenkeel.bot.schedule;

import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.erasure.Expiry;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away what is old, once an hour, in batches that hold nobody up. Two replicas may do it at
 * once: it is done once.
 */
public final class Forgetting {
  private static final Logger log = LoggerFactory.getLogger(Forgetting.class);
  private static final int BATCH = 1000;

  /** The next hour takes the rest. */
  private static final int BATCHES = 50;

  private final Database database;
  private final @Nullable Duration answers;
  private final @Nullable Duration said;
  private final @Nullable Duration captured;
  private final @Nullable Duration alerts;
  private final Rarely hourly = new Rarely(Duration.ofHours(1));

  /**
   * @param answers how long answers are kept for repeats; null for ever
   * @param said how long words are kept in what was done in Slack
   * @param captured how long wordings of messages are kept that no timeline shows
   * @param alerts how long alerts are kept that belong to no incident, from the last word about
   *     them
   */
  public Forgetting(
      Database database,
      @Nullable Duration answers,
      @Nullable Duration said,
      @Nullable Duration captured,
      @Nullable Duration alerts) {
    this.database = database;
    this.answers = answers;
    this.said = said;
    this.captured = captured;
    this.alerts = alerts;
  }

  /** Never throws: what is old waits for the next hour. */
  public void forget(Instant now) {
    if (!hourly.due(now)) {
      return;
    }
    hourly.done(now);
    try {
      int gone =
          batches(answers, now, Expiry::answers)
              + batches(said, now, Expiry::said)
              + batches(captured, now, Expiry::captured)
              + batches(alerts, now, Expiry::alerts);
      if (gone > 0) {
        log.info("{} old things were taken away (retention)", gone);
      }
    } catch (Unavailable e) {
      log.warn("What is old is taken away later: {}", e.getMessage());
    }
  }

  private interface Taking {
    int take(Expiry expiry, Instant before, int most);
  }

  private int batches(@Nullable Duration kept, Instant now, Taking taking) {
    int gone = 0;
    for (int batch = 0; kept != null && batch < BATCHES; batch++) {
      Instant before = now.minus(kept);
      int taken = database.query((Transaction tx) -> taking.take(new Expiry(tx), before, BATCH));
      gone += taken;
      if (taken == 0 || Thread.currentThread().isInterrupted()) {
        break;
      }
    }
    return gone;
  }
}
