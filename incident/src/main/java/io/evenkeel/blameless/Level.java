package io.evenkeel.blameless;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How loudly a rule speaks. The words are those of SARIF 2.1.0, section 3.27.10, and "off". */
public enum Level {
  OFF,
  NOTE,
  WARNING,
  ERROR;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Level> of(String word) {
    return Arrays.stream(values()).filter(level -> level.word().equals(word)).findFirst();
  }
}
