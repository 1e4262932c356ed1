package io.evenkeel.response;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a rule waits for. */
public enum Trigger {
  DECLARED,
  /** The severity became worse. */
  SEVERITY,
  STATUS,
  /** Nobody holds a role any more that somebody held. */
  ROLE_EMPTY;

  /** As it is written in the file: {@code role-empty}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Trigger> of(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(values()).filter(one -> one.word().equals(plain)).findFirst();
  }
}
