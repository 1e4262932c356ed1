package io.evenkeel.bot.config;

import io.evenkeel.grammar.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the services of the file are called, and how they name one another. */
final class ServiceNames {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}";
  private static final String NAMES = "letters, digits, ., - and _, at most 80 of them";

  private final Set<String> known = new LinkedHashSet<>();
  private final Map<String, String> taken = new HashMap<>();

  /** A service of that name. Before anything else is asked here, each is added. */
  void add(YamlKey service) {
    known.add(service.name());
    unique(service, service.name(), service.name());
    if (!service.name().matches(NAME)) {
      service.fault("is no name of a service", "Write " + NAMES);
    }
  }

  /** Those that it needs, each once; what is none of them is a fault. */
  List<String> dependencies(YamlKey service) {
    var all = new ArrayList<String>();
    for (YamlKey one : service.at("depends_on").listed()) {
      String name = one.required("a service's name");
      if (name.equals(service.name())) {
        one.fault("is the service itself", "Leave it out");
      } else if (!name.isEmpty() && !known.contains(name)) {
        one.fault(
            "is \"" + name + "\", which is no service here",
            meant(name, known, "Add it under services:, or leave it out"));
      } else if (!name.isEmpty() && !all.contains(name)) {
        all.add(name);
      }
    }
    return all;
  }

  /** What else it is called. */
  Set<String> aliases(YamlKey service) {
    var all = new LinkedHashSet<String>();
    for (YamlKey one : service.at("aliases").listed()) {
      String name = one.required("another name of it");
      if (!name.isEmpty() && unique(one, service.name(), name)) {
        all.add(name);
      }
    }
    return all;
  }

  /** Two services under one name would be told apart by their order alone. */
  private boolean unique(YamlKey at, String service, String name) {
    String before = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), service);
    boolean fine = before == null || before.equals(service);
    if (!fine) {
      at.fault("is \"" + name + "\", as " + before + " is called", "Give each its own names");
    }
    return fine;
  }

  /** Which of them was meant by that name, as a mend; what else to do where none is near. */
  static String meant(String name, Iterable<String> there, String otherwise) {
    var all = new ArrayList<String>();
    there.forEach(all::add);
    List<String> near = Nearest.of(name, all);
    return near.isEmpty() ? otherwise : "Write " + String.join(" or ", near) + ", if that is meant";
  }
}
