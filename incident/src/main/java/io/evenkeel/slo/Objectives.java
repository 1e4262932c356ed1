package io.evenkeel.slo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All that an installation promises. No two have the same service and name. */
public record Objectives(List<Objective> all) {
  /** Nothing is promised. */
  public static final Objectives NONE = new Objectives(List.of());

  public Objectives {
    all = List.copyOf(all);
  }

  /** Those of a service, by its name in any case. */
  public List<Objective> of(String service) {
    return all.stream().filter(one -> one.service().equalsIgnoreCase(service)).toList();
  }

  /** By {@code api/availability}, or by the name alone where only one is called so. */
  public Optional<Objective> find(String written) {
    String wanted = written.toLowerCase(Locale.ROOT);
    var found =
        all.stream()
            .filter(one ->
                one.key().toLowerCase(Locale.ROOT).equals(wanted)
                    || one.name().toLowerCase(Locale.ROOT).equals(wanted))
            .toList();
    return found.size() == 1
        ? Optional.of(found.getFirst())
        : found.stream()
            .filter(one -> one.key().toLowerCase(Locale.ROOT).equals(wanted))
            .findFirst();
  }
}
