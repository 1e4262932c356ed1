package io.evenkeel.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is in the room, and who is given which role. */
final class RoleRules {
  private RoleRules() {}

  static Decision join(Incident incident, Actor actor, Instant now) {
    Person person =
        Standing.person(actor)
            .orElseThrow(() -> new IllegalArgumentException("only a person joins"));
    var change = new Change(incident, actor, now);
    change.entry(EntryKind.JOINED, person.name() + " joined");
    change.effect(new Effect.Invite(person.id()));
    change.thread();
    return change.accepted(
        Prose.of("You joined ").strong(incident.label()).text(": you are invited to its channel."));
  }

  /**
   * Rule 1: what nobody holds, or somebody only acting, is given at once; so is every other role,
   * but for command. Rule 2: command that is confirmed is offered. Rule 3: with a reason it is
   * taken at once.
   */
  static Decision assign(
      Incident incident, Board board, RoleCommand.Assign command, Actor actor, Instant now) {
    if (!incident.open()) {
      return Endings.over(incident, "Roles are assigned while it is open.");
    }
    var change = new Change(incident, actor, now);
    var done = new ArrayList<Prose>();
    for (RoleCommand.Assignment assignment : command.assignments()) {
      Role role = assignment.role();
      Person person = assignment.person();
      Incident.@Nullable Holder held = change.roles.get(role);
      boolean same = held != null && held.person().id().equals(person.id());
      boolean confirmed = held != null && !held.acting();
      if (same && confirmed) {
        done.add(Prose.of("").mention(person).text(" is " + role.words() + " already"));
        continue;
      }
      boolean taken = false;
      if (held != null && confirmed && role.equals(Role.INCIDENT_COMMANDER)) {
        if (command.force() == null) { // rule 2
          done.add(HandoverRules.offer(change, board, role, held.person(), person));
          continue;
        }
        taken = !HandoverRules.isActor(held.person(), actor); // rule 3
      }
      if (!same) {
        HandoverRules.overtaken(change, board, role);
      }
      change.roles.put(role, new Incident.Holder(person, false, now));
      change.entry(EntryKind.ROLE, roleText(assignment, held) + why(command, role, taken));
      change.effect(new Effect.Invite(person.id()));
      HandoverRules.tell(change, person, new News.OfDuty(role));
      done.add(Prose.of("").mention(person).text(" is " + role.words()));
    }
    if (change.unchanged()) {
      return Change.refused(sentence(incident, done).text(" Nothing changed."));
    }
    finish(
        change,
        !incident
            .commander()
            .equals(Optional.ofNullable(change.roles.get(Role.INCIDENT_COMMANDER))));
    List<Person> people =
        command.assignments().stream().map(RoleCommand.Assignment::person).toList();
    return change.accepted(sentence(incident, done).then(Absent.of(board, actor, people)));
  }

  /** One person gets one role, as if it had been assigned. */
  static Decision give(
      Incident incident, Board board, Role role, Person person, Actor actor, Instant now) {
    var one = new RoleCommand.Assign(List.of(new RoleCommand.Assignment(role, person)), null);
    return assign(incident, board, one, actor, now);
  }

  private static String roleText(
      RoleCommand.Assignment assignment, Incident.@Nullable Holder held) {
    String text = assignment.person().name() + " is " + assignment.role().words();
    if (held != null && !held.person().id().equals(assignment.person().id())) {
      text += " (was " + held.person().name() + ")";
    }
    return text;
  }

  /** The reason stands with the command that was taken; without that, with every role. */
  private static String why(RoleCommand.Assign command, Role role, boolean taken) {
    boolean commands =
        command.assignments().stream().anyMatch(a -> a.role().equals(Role.INCIDENT_COMMANDER));
    if (command.force() == null || (commands && !role.equals(Role.INCIDENT_COMMANDER))) {
      return "";
    }
    return (taken ? ", taken over: " : ": ") + command.force();
  }

  /** A change of commander is everybody's business; other roles go to the card's thread. */
  static void finish(Change change, boolean commander) {
    if (commander) {
      change.post();
      change.effect(new Effect.SetTopic());
      change.refreshAnnouncement();
    } else {
      change.thread();
    }
    change.effect(new Effect.RefreshCard());
  }

  private static Prose sentence(Incident incident, List<Prose> parts) {
    Prose all = Prose.of("").strong(incident.label()).text(": ");
    for (int i = 0; i < parts.size(); i++) {
      all = (i == 0 ? all : all.text(", ")).then(parts.get(i));
    }
    return all.text(".");
  }
}
