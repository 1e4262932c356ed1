package io.evenkeel.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an incident stands. Moving backwards is allowed and recorded; leaving an ended one is
 * {@code reopen}.
 */
public enum Status {
  INVESTIGATING,
  IDENTIFIED,
  MONITORING,
  RESOLVED,
  CLOSED,
  CANCELLED,
  MERGED;

  /** The status of that name in any letter case. */
  public static Optional<Status> find(String typed) {
    return Arrays.stream(values())
        .filter(status -> status.word().equals(typed.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** Somebody is still working on it. */
  public boolean open() {
    return switch (this) {
      case INVESTIGATING, IDENTIFIED, MONITORING -> true;
      case RESOLVED, CLOSED, CANCELLED, MERGED -> false;
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
