package io.evenkeel.bot.schedule;

import java.util.concurrent.atomic.LongAdder;

/** What one replica did since it started. */
public final class Looks {
  private final LongAdder looks = new LongAdder();
  private final LongAdder acted = new LongAdder();

  Looks() {}

  void looked(int things) {
    looks.increment();
    acted.add(things);
  }

  /** Looks that came to their end. Of all replicas together one in each interval. */
  public long looks() {
    return looks.sum();
  }

  /** Things that were due and were acted on. */
  public long acted() {
    return acted.sum();
  }
}
