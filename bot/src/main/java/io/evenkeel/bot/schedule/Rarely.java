package io.evenkeel.bot.schedule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a look does only once in a while, by a clock that may be set back. Each replica counts. */
final class Rarely {
  private final Duration every;
  private volatile @Nullable Instant last;

  /**
   * @param every from one time to the next
   */
  Rarely(Duration every) {
    this.every = every;
  }

  /** It was never done, or not for so long, or at a time that is still to come. */
  boolean due(Instant now) {
    Instant before = last;
    return before == null || now.isBefore(before) || !now.isBefore(before.plus(every));
  }

  void done(Instant now) {
    last = now;
  }
}
