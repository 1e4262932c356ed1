package io.evenkeel.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The moments an incident is measured by. One that nobody set stays unknown and is never filled in.
 */
public enum Milestone {
  STARTED,
  DETECTED,
  DECLARED,
  ACKNOWLEDGED,
  MITIGATED,
  RESOLVED,
  CLOSED;

  /** The milestone of that name in any letter case. */
  public static Optional<Milestone> find(String typed) {
    return Arrays.stream(values())
        .filter(milestone -> milestone.word().equals(typed.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** With a capital, as a sentence begins: "Detected". */
  public String title() {
    return name().charAt(0) + word().substring(1);
  }
}
