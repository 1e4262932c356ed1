package io.evenkeel.bot.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.LongAdder;

/** Counts the lines at ERROR: each tells of a fault of the bot's own. Named in logback.xml. */
public final class ErrorCount extends AppenderBase<ILoggingEvent> {
  private static final LongAdder ERRORS = new LongAdder();

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
      ERRORS.increment();
    }
  }

  /** Of this process since it started. */
  public static long sum() {
    return ERRORS.sum();
  }
}
