package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleCommand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code assign @alice tech lead, @bob comms}, {@code assign comms: @bob}, {@code assign me ic},
 * {@code assign --role scribe --user charlie}.
 */
final class AssignSentence {
  private AssignSentence() {}

  static Utterance read(Said said) {
    said.leadingIncident(false);
    Answer missing = Faults.missing(Verb.ASSIGN, "say who takes which role.");
    if (said.free().empty()
        && !said.has(Flag.ROLE)
        && !said.has(Flag.USER)
        && !said.has(Flag.FORCE)) {
      return said.or(() -> new Utterance.Form(Verb.ASSIGN, said.target(), missing));
    }
    var assignments = new ArrayList<RoleCommand.Assignment>();
    for (AssignPair pair : pairs(said)) {
      Role role = role(said, pair);
      Person person = person(said, pair);
      if (role == null || person == null) {
        break;
      }
      if (assignments.stream().anyMatch(other -> other.role().equals(role))) {
        said.fail(
            Prose.of("Nothing was changed: there is one " + role.words() + ", and you named two."));
      }
      assignments.add(new RoleCommand.Assignment(role, person));
    }
    if (assignments.isEmpty()) {
      said.fail(missing);
    }
    String force = said.flag(Flag.FORCE).map(said::text).orElse(null);
    if (force != null && force.isEmpty()) {
      said.fail(FlagFaults.noValue(said, Flag.FORCE));
    } else if (force != null && Limit.TEXT.over(force)) {
      said.fail(Limit.TEXT.words(force));
    }
    return said.order(new RoleCommand.Assign(assignments, force));
  }

  /** {@code handover tech lead @bob}, {@code handover me ic}: one role to one person. */
  static Utterance handOver(Said said) {
    said.leadingIncident(false);
    List<AssignPair> pairs = pairs(said);
    if (pairs.size() != 1) {
      said.fail(
          pairs.isEmpty()
              ? Faults.missing(Verb.HANDOVER, "say which role, and to whom.")
              : Faults.missing(Verb.HANDOVER, "hand over one role at a time."));
      return said.order(new RoleCommand.Accept(null));
    }
    Role role = role(said, pairs.getFirst());
    Person person = person(said, pairs.getFirst());
    return role == null || person == null
        ? said.order(new RoleCommand.Accept(null))
        : said.order(new RoleCommand.HandOver(role, person));
  }

  private static List<AssignPair> pairs(Said said) {
    Span role = said.flag(Flag.ROLE).orElse(null);
    Span user = said.flag(Flag.USER).orElse(null);
    if (role == null && user == null) {
      return AssignPair.all(said.free(), said.speaker());
    }
    Span rest = said.free();
    if (role != null && user != null) {
      said.nothingLeft();
    }
    return List.of(new AssignPair(user == null ? rest : user, role == null ? rest : role));
  }

  private static @Nullable Role role(Said said, AssignPair pair) {
    var roles = said.speaker().roles();
    String typed = pair.role().compact(said.speaker().directory());
    var role = roles.find(People.bare(typed));
    if (role.isPresent()) {
      return role.get();
    }
    if (pair.role().empty()) {
      Span who = pair.who();
      said.fail(
          Prose.of("Nothing was changed: which role for " + Faults.echo(said.text(who)))
              .text("? The roles are " + RoleWords.named(roles) + "."),
          RoleWords.likely("", roles).stream()
              .map(right -> Offer.plain(right.words(), insert(said, who, right)))
              .toArray(Offer[]::new));
    } else {
      said.fail(
          Prose.of("Nothing was changed: there is no role “" + Faults.echo(typed) + "”. The roles")
              .text(" are " + RoleWords.named(roles) + "."),
          RoleWords.likely(typed, roles).stream()
              .map(right -> Offer.plain(right.words(), said.with(pair.role(), right.name())))
              .toArray(Offer[]::new));
    }
    return null;
  }

  private static String insert(Said said, Span who, Role role) {
    return said.has(Flag.USER)
        ? CleanText.trimmed(said.verb().word() + " " + said.rest()) + " --role " + role
        : said.with(who.end(), who.end(), " " + role);
  }

  private static @Nullable Person person(Said said, AssignPair pair) {
    Span who = pair.who();
    if (who.empty()) {
      said.fail(
          Prose.of("Nothing was changed: who takes " + said.text(pair.role()) + "? For example ")
              .code("/incident " + said.verb().word() + " @alice tech lead")
              .text("."),
          Offer.plain("I do", said.verb().word() + " me " + CleanText.trimmed(said.rest())));
      return null;
    }
    return Who.find(
        said, who, "Nothing was changed", "a role is held by one person, not by a group.");
  }
}
