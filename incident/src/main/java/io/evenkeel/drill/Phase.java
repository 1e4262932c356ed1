package io.evenkeel.drill;

import java.util.Locale;

/** When something was measured. Stored as its word: never renamed. */
public enum Phase {
  BEFORE,
  DURING,
  AFTER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
