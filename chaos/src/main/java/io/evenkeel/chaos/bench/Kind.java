package io.evenkeel.chaos.bench;

import java.util.concurrent.ThreadLocalRandom;

/** What people mostly type during an incident. */
enum Kind {
  NOTE("note the replica's lag is down to "),
  UPDATE("update the pool is exhausted, we move traffic away from ");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** Three notes to two updates. */
  static Kind next() {
    return ThreadLocalRandom.current().nextInt(5) < 3 ? NOTE : UPDATE;
  }

  /** Typed in that room by one of the people. */
  Typed in(Room room) {
    int who = 1 + ThreadLocalRandom.current().nextInt(Options.PEOPLE);
    String text = words + Integer.toHexString(ThreadLocalRandom.current().nextInt());
    return new Typed(Plant.userId(who), Plant.userName(who), room.channel(), text);
  }
}
