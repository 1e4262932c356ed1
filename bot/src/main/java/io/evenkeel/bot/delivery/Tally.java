package io.evenkeel.bot.delivery;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** What a relay has done since it was made, for metrics. Safe for any number of threads. */
public final class Tally {
  private final LongAdder retries = new LongAdder();
  private final LongAdder parked = new LongAdder();
  private final LongAdder sweeps = new LongAdder();
  private final LongAdder swept = new LongAdder();
  private volatile Consumer<Duration> delivery = _ -> {};

  Tally() {}

  void retried() {
    retries.increment();
  }

  void wasParked() {
    parked.increment();
  }

  /** Something is done so long after it was recorded. */
  void delivered(Duration after) {
    delivery.accept(after);
  }

  /** Tells how long each effect took from its record until it was done. */
  public void onDelivery(Consumer<Duration> taker) {
    delivery = taker;
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

  /** Effects that were given to a person. */
  public long parked() {
    return parked.sum();
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
