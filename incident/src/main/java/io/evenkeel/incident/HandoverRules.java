package io.evenkeel.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a role is offered. Rule 1: the old holder holds it until the one who is asked says yes. Rule
 * 2: one offer of a role at a time; a later one to somebody else takes its place. Rule 3: when the
 * role changes hands in another way, the offer is over. Everybody concerned is told each time.
 */
final class HandoverRules {
  private HandoverRules() {}

  static Decision handOver(
      Incident incident, Board board, RoleCommand.HandOver command, Actor actor, Instant now) {
    if (!incident.open()) {
      return Endings.over(incident, "Roles are handed over while it is open.");
    }
    Role role = command.role();
    Person to = command.to();
    var held = incident.holder(role);
    String here = " --incident-id " + incident.number();
    if (held.isEmpty()) {
      return Change.refused(
          Prose.of("Nobody is " + role.words() + " of ")
              .strong(incident.label())
              .text(", so there is nothing to hand over. Nothing was changed."),
          Offer.primary("Make " + to.name() + " " + role.words(), assign(to, role) + here));
    }
    if (held.get().person().id().equals(to.id())) {
      return Change.refused(
          Prose.of("")
              .mention(to)
              .text(" is " + role.words() + " of ")
              .strong(incident.label())
              .text(" already. Nothing was changed."));
    }
    if (held.get().acting() && isActor(to, actor)) {
      return RoleRules.give(incident, board, role, to, actor, now);
    }
    var change = new Change(incident, actor, now);
    Prose done = offer(change, board, role, held.get().person(), to);
    if (change.unchanged()) {
      return Change.refused(Prose.of("").strong(incident.label()).text(": ").then(done).text("."));
    }
    change.thread();
    change.effect(new Effect.RefreshCard());
    return change.accepted(
        Prose.of("")
            .strong(incident.label())
            .text(": ")
            .then(done)
            .text(".")
            .then(Absent.of(board, actor, List.of(to))));
  }

  /**
   * Rules 1 and 2. Changes nothing when that very offer stands.
   *
   * @return what was done, as a part of a sentence
   */
  static Prose offer(Change change, Board board, Role role, Person from, Person to) {
    Optional<Handover> standing = board.openHandover(role);
    if (standing.isPresent()
        && standing.get().to().id().equals(to.id())
        && !standing.get().lapsed(change.now)) {
      return Prose.of("")
          .mention(standing.get().awaited())
          .text(" was asked already and has until ")
          .at(standing.get().lapsesAt())
          .text(" to answer; nothing was changed");
    }
    overtaken(change, board, role);
    Person by = Standing.person(change.actor).orElse(from);
    var handover =
        new Handover(
            board.handovers().size() + 1,
            role,
            from,
            to,
            by,
            change.now,
            change.now.plus(Handover.LAPSES_AFTER),
            null);
    change.keep(handover);
    change.entry(EntryKind.ROLE, words(handover));
    change.effect(new Effect.Invite(to.id()));
    for (Person person : handover.people()) {
      if (person.id().equals(handover.awaited().id()) || !isActor(person, change.actor)) {
        tell(change, person, new News.OfOffer(handover.number()));
      }
    }
    Prose done =
        Prose.of("")
            .mention(handover.awaited())
            .text(" was asked by direct message and has until ");
    String now = "/incident assign @" + to.name() + " " + role;
    return done.at(handover.lapsesAt())
        .text(" to answer. Until then ")
        .mention(from)
        .text(" is " + role.words() + ". No answer? ")
        .code(role.equals(Role.INCIDENT_COMMANDER) ? now + " --force \"no answer\"" : now);
  }

  /** Rule 3. */
  static void overtaken(Change change, Board board, Role role) {
    board
        .openHandover(role)
        .ifPresent(old -> {
          change.keep(
              old.ended(
                  Handover.How.OVERTAKEN, Standing.person(change.actor).orElse(null), change.now));
          tellOthers(change, old);
        });
  }

  /** Everybody concerned but the one who acts, who reads the answer. */
  static void tellOthers(Change change, Handover handover) {
    for (Person person : handover.people()) {
      if (!isActor(person, change.actor)) {
        tell(change, person, new News.OfHandover(handover.number()));
      }
    }
  }

  static boolean isActor(Person person, Actor actor) {
    return Standing.person(actor).filter(other -> other.id().equals(person.id())).isPresent();
  }

  static void tell(Change change, Person person, News news) {
    change.effect(new Effect.Tell(new Addressee.Somebody(person.id()), news));
  }

  private static String assign(Person to, Role role) {
    return "assign <@" + to.id() + "> " + Offer.quoted(role.name());
  }

  private static String words(Handover handover) {
    String from = handover.from().name();
    String to = handover.to().name();
    String role = handover.role().words();
    if (handover.askedBy().id().equals(handover.from().id())) {
      return from + " offers " + to + " the role of " + role;
    }
    return handover.askedBy().id().equals(handover.to().id())
        ? to + " asks " + from + " for the role of " + role
        : handover.askedBy().name() + " asks " + to + " to be " + role + " in place of " + from;
  }
}
