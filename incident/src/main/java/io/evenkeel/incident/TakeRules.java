package io.evenkeel.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * Whoever stands nearest takes a role by a word or a button: at once what nobody else holds, and
 * command from who is only acting; confirmed command is asked for.
 */
final class TakeRules {
  private TakeRules() {}

  static Decision take(
      Incident incident, Board board, RoleCommand.Take command, Actor actor, Instant now) {
    if (!incident.open()) {
      return Endings.over(incident, "Roles are taken while it is open.");
    }
    Role role = command.role();
    Person person = person(actor);
    Optional<Incident.Holder> other =
        incident
            .holder(role)
            .filter(held -> !held.person().id().equals(person.id()))
            .filter(held -> !held.acting());
    if (other.isEmpty() || role.equals(Role.INCIDENT_COMMANDER)) {
      return RoleRules.give(incident, board, role, person, actor, now);
    }
    return Change.refused(
        Prose.of("")
            .mention(other.get().person())
            .text(" is " + role.words() + " of ")
            .strong(incident.label())
            .text(" since ")
            .at(other.get().since())
            .text(", so nothing was changed."),
        Offer.plain(
            "Ask " + other.get().person().name() + " for it",
            "handover me " + Offer.quoted(role.name()) + " --incident-id " + incident.number()));
  }

  static Decision confirm(Incident incident, Board board, Actor actor, Instant now) {
    if (!incident.open()) {
      return Endings.over(incident, "A commander is confirmed while it is open.");
    }
    Optional<Incident.Holder> commander = incident.commander();
    if (commander.isEmpty()) {
      return Change.refused(
          Prose.of("Nobody commands ")
              .strong(incident.label())
              .text(", so there is nobody to confirm."),
          takeCommand(incident));
    }
    return RoleRules.give(
        incident, board, Role.INCIDENT_COMMANDER, commander.get().person(), actor, now);
  }

  static Offer takeCommand(Incident incident) {
    return Offer.primary(
        "I take command",
        "take " + Role.INCIDENT_COMMANDER + " --incident-id " + incident.number());
  }

  private static Person person(Actor actor) {
    return Standing.person(actor)
        .orElseThrow(() -> new IllegalArgumentException("only a person takes a role"));
  }
}
