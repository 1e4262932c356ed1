package io.evenkeel.grammar;

import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleCommand;
import org.jspecify.annotations.Nullable;

/**
 * {@code take role}, {@code unassign role}, {@code accept}, {@code decline}, {@code confirm}: a
 * role without a name beside it.
 */
final class RoleSentences {
  private RoleSentences() {}

  static Utterance take(Said said) {
    return said.order(new RoleCommand.Take(role(said, "a role is taken by its name alone.")));
  }

  static Utterance unassign(Said said) {
    return said.order(
        new RoleCommand.Unassign(role(said, "a role is taken back by its name alone.")));
  }

  static Utterance accept(Said said) {
    return said.order(new RoleCommand.Accept(roleIfAny(said)));
  }

  static Utterance decline(Said said) {
    return said.order(new RoleCommand.Decline(roleIfAny(said)));
  }

  private static @Nullable Role roleIfAny(Said said) {
    said.leadingIncident(false);
    return said.free().empty() && !said.has(Flag.ROLE)
        ? null
        : role(said, "a role is answered by its name alone.");
  }

  static Utterance confirm(Said said) {
    said.leadingIncident(true);
    said.nothingLeft();
    return said.order(new RoleCommand.Confirm());
  }

  /**
   * @param alone said to whoever names a person too
   */
  private static Role role(Said said, String alone) {
    said.leadingIncident(false);
    Span given = said.flag(Flag.ROLE).orElse(null);
    if (given == null) {
      given = said.free();
      said.remain(said.free().until(0));
    }
    said.nothingLeft();
    var roles = said.speaker().roles();
    String typed = given.empty() ? "" : given.compact(said.speaker().directory());
    var role = roles.find(People.bare(typed));
    if (role.isEmpty()) {
      Span wrong = given;
      String verb = said.verb().word();
      Role within =
          AssignPair.all(given, said.speaker()).stream()
              .flatMap(pair -> roles.find(pair.role().compact(said.speaker().directory())).stream())
              .findFirst()
              .orElse(null);
      if (within != null) {
        said.fail(
            Prose.of("Nothing was changed: " + alone),
            Offer.primary(verb + " " + within.words(), said.with(wrong, within.name())));
      }
      Prose words =
          typed.isEmpty()
              ? Prose.of("Nothing was changed: which role?")
              : Prose.of("Nothing was changed: there is no role “" + Faults.echo(typed) + "”.");
      said.fail(
          words.text(" The roles are " + RoleWords.named(roles) + "."),
          RoleWords.likely(typed, roles).stream()
              .map(right ->
                  Offer.plain(
                      right.words(),
                      wrong.empty()
                          ? CleanText.trimmed(verb + " " + right + " " + said.rest())
                          : said.with(wrong, right.name())))
              .toArray(Offer[]::new));
    }
    return role.orElse(Role.INCIDENT_COMMANDER);
  }
}
