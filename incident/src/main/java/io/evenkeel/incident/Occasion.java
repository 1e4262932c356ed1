package io.evenkeel.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What something is written for: each has a template that a text begins with. */
public enum Occasion {
  INITIAL,
  UPDATE,
  MITIGATED,
  RESOLVED,
  EXECUTIVE,
  CUSTOMER;

  /** Those of an update; the others are statements for readers outside the response. */
  public static final List<Occasion> OF_UPDATES = List.of(INITIAL, UPDATE, MITIGATED, RESOLVED);

  /** The template of that name. */
  public static Optional<Occasion> find(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** The one that an update of this incident is most likely about. */
  public static Occasion of(Incident incident) {
    return switch (incident.status()) {
      case RESOLVED, CLOSED -> RESOLVED;
      case MONITORING -> MITIGATED;
      case INVESTIGATING, IDENTIFIED, CANCELLED, MERGED ->
          incident.update() == null ? INITIAL : UPDATE;
    };
  }

  /** The template's name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
