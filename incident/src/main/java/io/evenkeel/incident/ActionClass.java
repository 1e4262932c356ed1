package io.evenkeel.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an action item is for: that it does not happen again, is seen sooner, hurts less, or is
 * understood. Stored as its word: one is never renamed.
 */
public enum ActionClass {
  PREVENT("prevent|prevents|prevention|preventive"),
  DETECT("detect|detects|detection|detective"),
  MITIGATE("mitigate|mitigates|mitigation|mitigative"),
  INVESTIGATE("investigate|investigates|investigation|investigative");

  private final String forms;

  ActionClass(String forms) {
    this.forms = forms;
  }

  /** As people type it: {@code prevent}, {@code Prevention}. */
  public static Optional<ActionClass> find(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(one -> List.of(one.forms.split("\\|", -1)).contains(wanted))
        .findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For a button: "Prevent". */
  public String title() {
    return name().charAt(0) + word().substring(1);
  }
}
