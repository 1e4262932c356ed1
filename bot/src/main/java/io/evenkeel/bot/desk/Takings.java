package io.evenkeel.bot.desk;

import io.evenkeel.persistence.InDoubt;
import io.evenkeel.persistence.NotRecorded;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** How the commands that a desk took have ended, for metrics. Safe for any number of threads. */
public final class Takings {
  private final LongAdder answered = new LongAdder();
  private final LongAdder notRecorded = new LongAdder();
  private final LongAdder inDoubt = new LongAdder();
  private final LongAdder failed = new LongAdder();

  Takings() {}

  <T> T counted(Supplier<T> taking) {
    LongAdder end = failed;
    try {
      T taken = taking.get();
      end = answered;
      return taken;
    } catch (NotRecorded e) {
      end = notRecorded;
      throw e;
    } catch (InDoubt e) {
      end = inDoubt;
      throw e;
    } finally {
      end.increment();
    }
  }

  /** Answered in words: recorded, refused, or a question back. */
  public long answered() {
    return answered.sum();
  }

  /** Told that nothing was recorded. */
  public long notRecorded() {
    return notRecorded.sum();
  }

  /** Told that it may be recorded. */
  public long inDoubt() {
    return inDoubt.sum();
  }

  /** Met a fault of our own. */
  public long failed() {
    return failed.sum();
  }
}
