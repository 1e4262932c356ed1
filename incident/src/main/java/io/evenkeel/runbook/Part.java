package io.evenkeel.runbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The headings that a runbook has, in the order in which they are needed. */
public enum Part {
  SYMPTOMS("Symptoms"),
  DIAGNOSIS("Diagnosis"),
  MITIGATION("Mitigation (Immediate)"),
  RESOLUTION("Resolution (Long-term)");

  private final String heading;

  Part(String heading) {
    this.heading = heading;
  }

  /** As it is written behind {@code ##}. */
  public String heading() {
    return heading;
  }

  /** The part that a heading begins: its first word, in any letter case. */
  static Optional<Part> of(String heading) {
    String written = heading.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(part -> written.matches(part.name().toLowerCase(Locale.ROOT) + "\\b.*"))
        .findFirst();
  }
}
