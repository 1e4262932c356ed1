package io.evenkeel.paging;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** The user groups that they name. */
  public Set<String> handles() {
    return all.stream()
        .flatMap(one -> one.steps().stream())
        .flatMap(step -> step.whom().stream())
        .flatMap(
            whom -> whom instanceof Whom.Group(String handle) ? Stream.of(handle) : Stream.of())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What rings no phone at all, of those that are meant for incidents of that severity. */
  public List<Escalation> silent(String severity) {
    return all.stream().filter(one -> one.isFor(severity) && !one.rings()).toList();
  }

  /** A name as it is compared. */
  public static String bare(String name) {
    String typed = name.strip().toLowerCase(Locale.ROOT);
    return typed.startsWith("@") || typed.startsWith("#") ? typed.substring(1) : typed;
  }
}
