package io.evenkeel.incident;

import java.time.Instant;

/**
 * How somebody stops holding a role. An open incident is never without a commander: who lays
 * command down acts until it is taken.
 */
final class UnassignRules {
  private UnassignRules() {}

  static Decision unassign(
      Incident incident, Board board, RoleCommand.Unassign command, Actor actor, Instant now) {
    if (!incident.open()) {
      return Endings.over(incident, "Roles change while it is open.");
    }
    var held = incident.holder(command.role());
    if (held.isEmpty()) {
      return Change.refused(
          Prose.of("Nobody is " + command.role().words() + " on " + incident.label() + "."));
    }
    if (command.role().equals(Role.INCIDENT_COMMANDER)) {
      return layDown(incident, held.get(), actor, now);
    }
    var change = new Change(incident, actor, now);
    HandoverRules.overtaken(change, board, command.role());
    change.roles.remove(command.role());
    change.entry(
        EntryKind.ROLE, held.get().person().name() + " is no longer " + command.role().words());
    RoleRules.finish(change, false);
    return change.accepted(
        Prose.of("")
            .mention(held.get().person())
            .text(" is no longer " + command.role().words() + " on ")
            .strong(incident.label())
            .text("."));
  }

  private static Decision layDown(
      Incident incident, Incident.Holder held, Actor actor, Instant now) {
    var guard = Standing.confirmedOther(incident, actor);
    if (guard.isPresent()) {
      return Change.refused(
          Prose.of("")
              .mention(held.person())
              .text(" is the confirmed incident commander of ")
              .strong(incident.label())
              .text(", so nothing was changed. They lay command down themselves, or hand it over: ")
              .code("/incident handover ic @name")
              .text(". If they do not answer, give a reason: ")
              .code("/incident assign @name ic --force \"no answer for 5 minutes\"")
              .text("."),
          TakeRules.takeCommand(incident));
    }
    if (held.acting()) {
      return Change.refused(
          Prose.of("")
              .mention(held.person())
              .text(" is only acting incident commander of ")
              .strong(incident.label())
              .text(", until somebody takes command. Nothing was changed."),
          TakeRules.takeCommand(incident));
    }
    var change = new Change(incident, actor, now);
    change.roles.put(Role.INCIDENT_COMMANDER, new Incident.Holder(held.person(), true, now));
    change.entry(
        EntryKind.ROLE,
        held.person().name() + " lays command down and is acting until somebody takes it");
    RoleRules.finish(change, true);
    return change.accepted(
        Prose.of("You laid command of ")
            .strong(incident.label())
            .text(" down. An incident is never without a commander: you are acting until somebody")
            .text(" takes it."),
        TakeRules.takeCommand(incident));
  }
}
