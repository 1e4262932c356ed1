package io.evenkeel.service;

import java.util.List;
import java.util.Optional;

/** The services of an installation. */
public record Catalogue(List<Service> all) {
  public static final Catalogue NONE = new Catalogue(List.of());

  public Catalogue {
    all = List.copyOf(all);
  }

  /** The service of that name or alias, in any letter case. */
  public Optional<Service> find(String name) {
    String wanted = name.strip();
    return all.stream()
        .filter(one ->
            one.name().equalsIgnoreCase(wanted)
                || one.aliases().stream().anyMatch(wanted::equalsIgnoreCase))
        .findFirst();
  }
}
