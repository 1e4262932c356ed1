package io.evenkeel.bot.delivery;

import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.delivery.Lease;
import io.evenkeel.persistence.delivery.QueuedEffect;
import io.evenkeel.persistence.delivery.Streams;
import io.evenkeel.persistence.delivery.Sweeps;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * What must still be written although its lease is gone, kept until Postgres takes it. A process
 * that dies with it leaves its streams to those that took them over, who find the doubt themselves.
 */
final class Owed {
  private final Database database;
  private final Duration settle;
  private final Queue<Consumer<Transaction>> writes = new ConcurrentLinkedQueue<>();

  Owed(Database database, Duration settle) {
    this.database = database;
    this.settle = settle;
  }

  /** Slack was asked for it, and the record came too late: it may be there twice, or be old. */
  void late(Lease lost, QueuedEffect effect, Action action) {
    if (action.edits()) {
      write(tx -> new Streams(tx).onceMoreAnyway(lost, effect, settle));
    } else if (!action.repeats()) {
      write(tx -> new Sweeps(tx).doubt(lost.stream(), settle));
    }
  }

  /** Streams that were leased under that name, of which the answer did not tell. */
  void abandon(String owner) {
    write(tx -> new Streams(tx).abandon(owner));
  }

  /**
   * Makes the writes that are left.
   *
   * @throws Unavailable when Postgres does not take them: they are kept
   */
  void settle() {
    for (var write = writes.peek(); write != null; write = writes.peek()) {
      make(write);
      writes.remove(write);
    }
  }

  private void write(Consumer<Transaction> write) {
    try {
      make(write);
    } catch (Unavailable e) {
      writes.add(write);
    }
  }

  private void make(Consumer<Transaction> write) {
    database.query(tx -> {
      write.accept(tx);
      return true;
    });
  }
}
