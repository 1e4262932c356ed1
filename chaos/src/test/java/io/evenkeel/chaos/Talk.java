package io.evenkeel.chaos;

import io.evenkeel.chaos.rig.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** People who type notes to incidents, one after the other, until they are told to stop. */
final class Talk implements AutoCloseable {
  /** How long a person thinks between an answer and the next note. */
  private static final long THINKS_NANOS = Duration.ofMillis(40).toNanos();

  private final Office office;
  private final List<Thread> people = new ArrayList<>();
  private volatile boolean over;

  /**
   * They begin at once.
   *
   * @param incidents the numbers 1 to this are talked about
   */
  Talk(Office office, int howMany, int incidents) {
    this.office = office;
    for (int n = 0; n < howMany; n++) {
      String to = "INC-" + (1 + n % incidents);
      people.add(Thread.ofVirtual().name("talks-" + n).start(() -> talk(to)));
    }
  }

  private void talk(String incident) {
    while (!over) {
      var _ = office.say(office.marked("note --incident-id " + incident + " still looking"));
      LockSupport.parkNanos(THINKS_NANOS);
    }
  }

  /** Waits until so many more commands were answered with what was done. */
  void goesOnFor(int more) {
    long enough = office.ledger.answered() + more;
    Waiting.until(more + " more answers", () -> office.ledger.answered() >= enough);
  }

  /** Everybody has read the last answer when this returns. */
  @Override
  public void close() {
    over = true;
    for (Thread person : people) {
      try {
        person.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
