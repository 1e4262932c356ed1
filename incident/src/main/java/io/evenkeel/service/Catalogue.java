package io.evenkeel.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The services of an installation.
 *
 * @param all in the order in which they are written; no two of them share a name or an alias
 */
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

  /** As the catalogue names it; as it was typed where the catalogue does not know it. */
  public String named(String typed) {
    return find(typed).map(Service::name).orElse(typed);
  }

  /** Every name and alias, for whoever looks for what somebody meant. */
  public List<String> words() {
    return all.stream()
        .flatMap(one -> Stream.concat(Stream.of(one.name()), one.aliases().stream().sorted()))
        .toList();
  }

  /** Those that cannot do without it. */
  public List<Service> dependents(Service on) {
    return all.stream().filter(one -> one.dependencies().contains(on.name())).toList();
  }

  /** Circles of dependencies, each beginning and ending with the same name. */
  public List<List<String>> circles() {
    var found = new ArrayList<List<String>>();
    var seen = new HashSet<String>();
    for (Service service : all) {
      follow(service.name(), new ArrayList<>(), seen, found);
    }
    return List.copyOf(found);
  }

  /** Goes along dependencies, each service once. */
  private void follow(String name, List<String> way, Set<String> seen, List<List<String>> found) {
    int before = way.indexOf(name);
    if (before >= 0) {
      var circle = new ArrayList<>(way.subList(before, way.size()));
      circle.add(name);
      found.add(List.copyOf(circle));
      return;
    }
    if (!seen.add(name)) {
      return;
    }
    way.add(name);
    find(name).ifPresent(one -> one.dependencies().forEach(next -> follow(next, way, seen, found)));
    way.removeLast();
  }
}
