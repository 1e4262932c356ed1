package io.evenkeel.paging;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The policies of an installation.
 *
 * @param all each with a name of its own, in the order in which they are written
 */
public record Escalations(List<Escalation> all) {
  public static final Escalations NONE = new Escalations(List.of());

  public Escalations {
    all = List.copyOf(all);
  }

  /** The one of that name, however its letters are written. */
  public Optional<Escalation> find(String name) {
    return all.stream().filter(one -> one.name().equals(bare(name))).findFirst();
  }

  /** The first that is meant for incidents of that severity, one that names it before others. */
  public Optional<Escalation> of(String severity) {
    return all.stream()
        .filter(one -> !one.severities().isEmpty() && one.isFor(severity))
        .findFirst()
        .or(() -> all.stream().filter(one -> one.severities().isEmpty()).findFirst());
  }

  /** A name as it is compared. */
  public static String bare(String name) {
    String typed = name.strip().toLowerCase(Locale.ROOT);
    return typed.startsWith("@") || typed.startsWith("#") ? typed.substring(1) : typed;
  }
}
