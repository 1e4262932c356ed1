package io.evenkeel.response;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of incident it is: a drill is a drill, in private or not. */
public enum Nature {
  REAL,
  DRILL,
  PRIVATE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Nature> of(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> one.word().equals(plain)).findFirst();
  }
}
