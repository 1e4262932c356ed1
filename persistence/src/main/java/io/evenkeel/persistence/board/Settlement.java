package io.evenkeel.persistence.board;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Settled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who settled something and when, in three columns that are null together. */
final class Settlement {
  private Settlement() {}

  static @Nullable Settled read(
      @Nullable PersonId by, @Nullable String name, @Nullable Instant at) {
    return by == null || name == null || at == null ? null : new Settled(new Person(by, name), at);
  }
}
