package io.evenkeel.bot;

import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.audit.ChainChecks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what verify found where the metrics of every replica show it. */
final class Verified {
  private static final Logger log = LoggerFactory.getLogger(Verified.class);

  private Verified() {}

  /** What verify found counts also where it cannot be kept: then that is only said. */
  static void keep(Database database, boolean sound, Instant now) {
    var check = new ChainChecks.Last(now.truncatedTo(ChronoUnit.MICROS), sound);
    try {
      database.query(tx -> {
        new ChainChecks(tx).keep(check);
        return check;
      });
    } catch (Unavailable e) {
      log.warn("That everything was verified could not be kept for /metrics: {}", e.getMessage());
    }
  }
}
