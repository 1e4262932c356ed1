package io.evenkeel.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a cancelled incident was none. */
public enum CancelledAs {
  FALSE_ALARM,
  DUPLICATE,
  TEST;

  /** {@code false-alarm}, {@code duplicate} or {@code test}. */
  public static Optional<CancelledAs> find(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]", "-");
    return Arrays.stream(values()).filter(as -> as.word().equals(wanted)).findFirst();
  }

  /** As people say it: cancelled as "a false alarm". */
  public String phrase() {
    return "a " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
