package io.evenkeel.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is in the room and who holds which role. */
final class RoleRules {
  private RoleRules() {}

  static Decision join(Incident incident, Actor actor, Instant now) {
    return switch (actor) {
      case Actor.Human human -> joins(incident, human.person(), actor, now);
      case Actor.Via via -> joins(incident, via.person(), actor, now);
      case Actor.Evenkeel _ -> throw new IllegalArgumentException("only a person joins");
    };
  }

  private static Decision joins(Incident incident, Person person, Actor actor, Instant now) {
    var change = new Change(incident, actor, now);
    change.entry(EntryKind.JOINED, person.name() + " joined");
    change.effect(new Effect.Invite(person.id()));
    change.thread();
    return change.accepted(
        Prose.of("You joined ").strong(incident.label()).text(": you are invited to its channel."));
  }

  static Decision assign(Incident incident, Command.Assign command, Actor actor, Instant now) {
    if (!incident.open()) {
      return Endings.over(incident, "Roles are assigned while it is open.");
    }
    var change = new Change(incident, actor, now);
    var done = new ArrayList<Prose>();
    for (Command.Assignment assignment : command.assignments()) {
      Role role = assignment.role();
      Incident.@Nullable Holder held = change.roles.get(role);
      if (held != null && held.person().id().equals(assignment.person().id()) && !held.acting()) {
        done.add(Prose.of("").mention(held.person()).text(" is " + role.words() + " already"));
        continue;
      }
      if (guarded(role, held, actor) && command.force() == null) {
        return confirmedCommander(incident, held, assignment.person());
      }
      change.roles.put(role, new Incident.Holder(assignment.person(), false, now));
      change.entry(EntryKind.ROLE, roleText(assignment, held, command.force()));
      change.effect(new Effect.Invite(assignment.person().id()));
      done.add(Prose.of("").mention(assignment.person()).text(" is " + role.words()));
    }
    if (change.unchanged()) {
      return Change.refused(sentence(done).text(" Nothing changed on " + incident.number() + "."));
    }
    finish(
        change,
        !incident
            .commander()
            .equals(Optional.ofNullable(change.roles.get(Role.INCIDENT_COMMANDER))));
    return change.accepted(sentence(done).text(" On " + incident.label() + "."));
  }

  static Decision unassign(Incident incident, Command.Unassign command, Actor actor, Instant now) {
    if (!incident.open()) {
      return Endings.over(incident, "Roles change while it is open.");
    }
    var held = incident.holder(command.role());
    if (held.isEmpty()) {
      return Change.refused(
          Prose.of("Nobody is " + command.role().words() + " on " + incident.label() + "."));
    }
    var change = new Change(incident, actor, now);
    change.roles.remove(command.role());
    change.entry(
        EntryKind.ROLE, held.get().person().name() + " is no longer " + command.role().words());
    boolean commander = command.role().equals(Role.INCIDENT_COMMANDER);
    finish(change, commander);
    return change.accepted(
        Prose.of("")
            .mention(held.get().person())
            .text(" is no longer " + command.role().words() + " on " + incident.label() + ".")
            .text(commander ? " Nobody commands now: \"/incident assign me ic\" takes it." : ""));
  }

  /** A confirmed commander is replaced only by handing over, or with a reason. */
  private static boolean guarded(Role role, Incident.@Nullable Holder held, Actor actor) {
    return role.equals(Role.INCIDENT_COMMANDER)
        && held != null
        && !held.acting()
        && !(actor instanceof Actor.Human human && human.person().id().equals(held.person().id()));
  }

  private static Decision confirmedCommander(
      Incident incident, Incident.@Nullable Holder held, Person wanted) {
    if (held == null) {
      throw new IllegalStateException("only a held role is guarded");
    }
    return Change.refused(
        Prose.of("")
            .mention(held.person())
            .text(" is the confirmed incident commander of " + incident.label())
            .text(", so nothing was changed. Ask them to hand over: ")
            .code("/incident assign @" + wanted.name() + " ic")
            .text(" from them does it. If they do not answer, add ")
            .code("--force \"why\"")
            .text("."));
  }

  private static String roleText(
      Command.Assignment assignment, Incident.@Nullable Holder held, @Nullable String force) {
    String text = assignment.person().name() + " is " + assignment.role().words();
    if (held != null && !held.person().id().equals(assignment.person().id())) {
      text += " (was " + held.person().name() + ")";
    }
    return force == null ? text : text + ", taken over: " + force;
  }

  /** A change of commander is everybody's business; other roles go to the card's thread. */
  private static void finish(Change change, boolean commander) {
    if (commander) {
      change.post();
      change.effect(new Effect.SetTopic());
      change.refreshAnnouncement();
    } else {
      change.thread();
    }
    change.effect(new Effect.RefreshCard());
  }

  private static Prose sentence(List<Prose> parts) {
    Prose all = Prose.of("");
    for (int i = 0; i < parts.size(); i++) {
      all = (i == 0 ? all : all.text(", ")).then(parts.get(i));
    }
    return all.text(".");
  }
}
