package io.evenkeel.bot.config;

import io.evenkeel.incident.Role;
import io.evenkeel.incident.Roles;
import java.util.ArrayList;
import java.util.List;

/** The part {@code roles:} of the file: who does what in an incident, and under which names. */
final class RoleKeys {
  private RoleKeys() {}

  static Roles read(YamlKey key) {
    var entries = new ArrayList<Roles.Entry>();
    var names = new OwnNames();
    for (YamlKey item : key.items()) {
      item.only("name", "aliases", "duty");
      String name =
          item.at("name")
              .matching("[a-z][a-z0-9-]*", "lower-case words with hyphens, such as tech-lead")
              .orElse(item.at("name").required("the role's name, such as tech-lead"));
      List<String> aliases = item.at("aliases").texts();
      names.of(item, name, aliases);
      entries.add(
          new Roles.Entry(
              new Role(name), aliases, item.at("duty").required("what its holder does")));
    }
    if (entries.stream().noneMatch(entry -> entry.role().equals(Role.INCIDENT_COMMANDER))) {
      key.fault("has no incident-commander", "Add it: whoever declares an incident gets that role");
    }
    return new Roles(entries);
  }
}
