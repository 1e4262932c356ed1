package io.evenkeel.chaos.schedule;

import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.check.Said;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * People who type: so many commands a second, whether the earlier ones were answered or not. Who
 * reads "NOT recorded" tries again with a new trigger; who reads nothing, or that it may be
 * recorded, may try again so, or as a transport would, with the same.
 */
final class Load {
  private static final int TRIES = 4;

  private final Sending sending;
  private final long seed;
  private final AtomicInteger triggers = new AtomicInteger();
  private final Phaser underway = new Phaser(1);

  /** How one command is sent; returns when it was answered or given up, and tells the ledger. */
  interface Sending {
    Ledger.Sent send(String trigger, String user, String text);
  }

  Load(Sending sending, long seed) {
    this.sending = sending;
    this.seed = seed;
  }

  /**
   * Sends on time until told to stop; what is under way then goes on.
   *
   * @param atCommand told each command's number right before it is sent
   */
  void run(int rate, Supplier<Speech.Line> speech, IntConsumer atCommand, IntPredicate goOn) {
    long start = System.nanoTime();
    long between = Duration.ofSeconds(1).toNanos() / rate;
    for (int n = 0; goOn.test(n); n++) {
      long at = start + n * between;
      for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      atCommand.accept(n);
      Speech.Line line = speech.get();
      underway.register();
      Thread.ofVirtual().start(() -> person(line));
    }
  }

  /** Returns once everybody has got an answer or has given up. */
  void await() {
    underway.awaitAdvance(underway.arrive());
  }

  private void person(Speech.Line line) {
    try {
      var random = new SplittableRandom(seed ^ line.number());
      String trigger = trigger(line);
      for (int tries = 1; ; tries++) {
        Said said = sending.send(trigger, line.user(), line.text()).claim();
        boolean tired = said != Said.NOT_RECORDED && random.nextInt(10) < 2;
        if (said == Said.ANSWERED || tries == TRIES || tired) {
          return;
        }
        LockSupport.parkNanos(Duration.ofMillis(300 + random.nextInt(2000)).toNanos());
        if (said == Said.NOT_RECORDED || random.nextInt(10) < 3) {
          trigger = trigger(line);
        }
      }
    } finally {
      underway.arriveAndDeregister();
    }
  }

  private String trigger(Speech.Line line) {
    return line.number() + "." + triggers.incrementAndGet() + "." + Long.toHexString(seed);
  }
}
