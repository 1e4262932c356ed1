package io.evenkeel.bot.delivery;

import java.util.concurrent.atomic.LongAdder;

/** What a relay has done since it was made, for metrics. Safe for any number of threads. */
public final class Tally {
  private final LongAdder retries = new LongAdder();
  private final LongAdder sweeps = new LongAdder();
  private final LongAdder swept = new LongAdder();

  Tally() {}

  void retried() {
    retries.increment();
  }

  /**
   * A pass of the sweeper over one stream is over.
   *
   * @param copies how many it took away
   */
  void sweptStream(int copies) {
    sweeps.increment();
    swept.add(copies);
  }

  /** Tries at effects that had been tried before. */
  public long retries() {
    return retries.sum();
  }

  /** Passes of the sweeper over a stream. */
  public long sweeps() {
    return sweeps.sum();
  }

  /** Copies that the sweeper took away. */
  public long swept() {
    return swept.sum();
  }
}
