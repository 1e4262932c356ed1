package io.evenkeel.bot.schedule;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that Postgres cannot be asked, and once that it can again. */
final class Trouble {
  private static final Logger log = LoggerFactory.getLogger(Trouble.class);

  private final AtomicBoolean met = new AtomicBoolean();

  /** The words of the first cause are told: those around it only say who asked. */
  void met(Throwable why) {
    if (!met.getAndSet(true)) {
      Throwable first = why;
      while (first.getCause() != null) {
        first = first.getCause();
      }
      log.warn("What is due cannot be looked for now: {}", first.getMessage());
    }
  }

  void over() {
    if (met.getAndSet(false)) {
      log.info("What is due is looked for again");
    }
  }
}
