package io.evenkeel.grammar;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Role;

/** {@code unassign role}. */
final class UnassignSentence {
  private UnassignSentence() {}

  static Utterance read(Said said) {
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
      Role within =
          AssignPair.all(given, said.speaker()).stream()
              .flatMap(pair -> roles.find(pair.role().compact(said.speaker().directory())).stream())
              .findFirst()
              .orElse(null);
      if (within != null) {
        said.fail(
            Prose.of("Nothing was changed: a role is taken back by its name alone."),
            Offer.primary("unassign " + within.words(), said.with(wrong, within.name())));
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
                          ? CleanText.trimmed("unassign " + right + " " + said.rest())
                          : said.with(wrong, right.name())))
              .toArray(Offer[]::new));
    }
    return said.order(new Command.Unassign(role.orElse(Role.INCIDENT_COMMANDER)));
  }
}
