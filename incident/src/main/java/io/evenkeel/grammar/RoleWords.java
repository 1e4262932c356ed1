package io.evenkeel.grammar;

import io.evenkeel.incident.Role;
import io.evenkeel.incident.Roles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Roles as people type them. */
final class RoleWords {
  private RoleWords() {}

  /** "incident commander, tech lead, …". */
  static String named(Roles roles) {
    return roles.entries().stream()
        .map(entry -> entry.role().words())
        .collect(Collectors.joining(", "));
  }

  static Optional<Role> nearest(String typed, Roles roles) {
    var names =
        roles.entries().stream()
            .flatMap(
                entry -> Stream.concat(Stream.of(entry.role().words()), entry.aliases().stream()))
            .toList();
    return Nearest.of(typed.replace('-', ' '), names).stream().findFirst().flatMap(roles::find);
  }

  /** The nearest role, or all of them when none is near. */
  static List<Role> likely(String typed, Roles roles) {
    return nearest(typed, roles)
        .map(List::of)
        .orElseGet(() -> roles.entries().stream().map(Roles.Entry::role).toList());
  }
}
