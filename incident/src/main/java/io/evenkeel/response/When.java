package io.evenkeel.response;

import java.util.Collection;
import java.util.Set;

/**
 * Which incidents a rule is for. What is empty counts for all, but for the kind of incident: a rule
 * that names none is for real and private ones, never for drills.
 *
 * @param severities by the scale's names
 * @param services one of the incident's is enough
 * @param statuses by their words
 * @param roles by their names; of what a role has to do with
 */
public record When(
    Set<String> severities,
    Set<String> services,
    Set<Nature> natures,
    Set<String> statuses,
    Set<String> roles) {
  public static final When ALWAYS = new When(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  public When {
    severities = Set.copyOf(severities);
    services = Set.copyOf(services);
    natures = natures.isEmpty() ? Set.of(Nature.REAL, Nature.PRIVATE) : Set.copyOf(natures);
    statuses = Set.copyOf(statuses);
    roles = Set.copyOf(roles);
  }

  /** For every incident of those severities that is no drill. */
  public static When severity(String... names) {
    return new When(Set.of(names), Set.of(), Set.of(), Set.of(), Set.of());
  }

  boolean meets(Happening happening) {
    String role = happening.role();
    return named(severities, happening.severity())
        && (services.isEmpty() || happening.services().stream().anyMatch(one -> has(services, one)))
        && natures.contains(happening.nature())
        && named(statuses, happening.status())
        && (role == null || named(roles, role));
  }

  private static boolean named(Set<String> wanted, String found) {
    return wanted.isEmpty() || has(wanted, found);
  }

  private static boolean has(Collection<String> wanted, String found) {
    return wanted.stream().anyMatch(found::equalsIgnoreCase);
  }
}
