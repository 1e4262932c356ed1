package io.evenkeel.chaos.schedule;

import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.check.Said;
import io.evenkeel.chaos.rig.Client;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Phaser;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * People who type: so many commands a second, whether the earlier ones were answered or not. Who
 * reads "NOT recorded" tries again with a new trigger; who reads nothing, or that it may be
 * recorded, may try again so, or as a transport would, with the same. Who declares goes on until
 * there is one incident: others count on it.
 */
final class Load {
  private static final int TRIES = 4;

  /** Of a command that must come through. */
  private static final int MANY_TRIES = 40;

  /** #general of the simulated workspace. */
  private static final String PLACE = "C0GENERAL";

  private final Client client;
  private final long seed;
  private final Phaser underway = new Phaser(1);

  Load(Client client, long seed) {
    this.client = client;
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
      Ledger.Sent sent = client.say(line.user(), PLACE, line.text());
      int most = line.must() ? MANY_TRIES : TRIES;
      for (int tries = 1; tries < most && sent.claim() != Said.ANSWERED; tries++) {
        boolean refused = sent.claim() == Said.NOT_RECORDED;
        if (!refused && !line.must() && random.nextInt(10) < 2) {
          return;
        }
        LockSupport.parkNanos(Duration.ofMillis(300 + random.nextInt(2000)).toNanos());
        sent =
            refused || (!line.must() && random.nextInt(10) < 3)
                ? client.say(line.user(), PLACE, line.text())
                : client.again(sent);
      }
    } finally {
      underway.arriveAndDeregister();
    }
  }
}
