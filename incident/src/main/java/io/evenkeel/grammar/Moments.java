package io.evenkeel.grammar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times given with a flag. */
final class Moments {
  private Moments() {}

  /** UTC at microseconds; null when the flag is not there, or its time is a fault. */
  static @Nullable Instant at(Said said, Flag flag) {
    Span given = said.flag(flag).orElse(null);
    if (given == null) {
      return null;
    }
    String typed = given.compact(said.speaker().directory());
    var at = Times.past(typed, said.speaker());
    if (at.isEmpty()) {
      said.fail(Faults.notATime(said.verb(), typed));
    }
    return at.orElse(null);
  }
}
