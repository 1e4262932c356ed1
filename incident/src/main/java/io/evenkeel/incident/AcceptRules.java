package io.evenkeel.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the offer of a role ends: by a yes, a no, or no answer. */
final class AcceptRules {
  private AcceptRules() {}

  static Decision accept(
      Incident incident, Board board, RoleCommand.Accept command, Actor actor, Instant now) {
    if (!incident.open()) {
      return Endings.over(incident, "Roles change while it is open.");
    }
    List<Handover> meant =
        OpenOffer.meant(
            board, command.role(), handover -> HandoverRules.isActor(handover.awaited(), actor));
    if (meant.size() != 1) {
      return OpenOffer.which(incident, board, "accept", command.role(), meant, actor);
    }
    Handover offer = meant.getFirst();
    Optional<Incident.Holder> holder =
        incident.holder(offer.role()).filter(h -> h.person().id().equals(offer.from().id()));
    if (offer.lapsed(now) || holder.isEmpty()) {
      return OpenOffer.tooLate(incident, offer, actor);
    }
    var change = new Change(incident, actor, now);
    Handover over = offer.ended(Handover.How.ACCEPTED, person(actor), now);
    change.keep(over);
    change.roles.put(offer.role(), new Incident.Holder(offer.to(), false, now));
    change.entry(
        EntryKind.ROLE,
        offer.to().name()
            + " is "
            + offer.role().words()
            + " (handed over by "
            + offer.from().name()
            + ")");
    if (!offer.awaited().id().equals(offer.to().id())) {
      HandoverRules.tell(change, offer.to(), new News.OfDuty(offer.role()));
    }
    HandoverRules.tellOthers(change, over);
    RoleRules.finish(change, offer.role().equals(Role.INCIDENT_COMMANDER));
    return change.accepted(
        Prose.of("")
            .strong(incident.label())
            .text(": ")
            .mention(offer.to())
            .text(" is " + offer.role().words() + " now, handed over by ")
            .mention(offer.from())
            .text("."));
  }

  /** By the one who was asked, the holder who keeps it, or whoever began it. */
  static Decision decline(
      Incident incident, Board board, RoleCommand.Decline command, Actor actor, Instant now) {
    List<Handover> meant =
        OpenOffer.meant(
            board,
            command.role(),
            handover ->
                handover.people().stream()
                    .anyMatch(person -> HandoverRules.isActor(person, actor)));
    if (meant.size() != 1) {
      return OpenOffer.which(incident, board, "decline", command.role(), meant, actor);
    }
    Handover offer = meant.getFirst();
    Person by = person(actor);
    boolean asked = offer.awaited().id().equals(by.id());
    var change = new Change(incident, actor, now);
    Handover over = offer.ended(asked ? Handover.How.DECLINED : Handover.How.WITHDRAWN, by, now);
    change.keep(over);
    String stays = offer.from().name() + " stays " + offer.role().words();
    change.entry(
        EntryKind.ROLE,
        by.id().equals(offer.from().id())
            ? stays + ": not handed over to " + offer.to().name()
            : by.name() + (asked ? " declines: " : " withdraws the handover: ") + stays);
    HandoverRules.tellOthers(change, over);
    change.thread();
    change.effect(new Effect.RefreshCard());
    return change.accepted(
        Prose.of("")
            .strong(incident.label())
            .text(": ")
            .mention(offer.from())
            .text(" stays " + offer.role().words() + "."));
  }

  /** Nobody answered in time. An incident that is over is not disturbed by it. */
  static Decision lapse(
      Incident incident, Board board, RoleCommand.Lapse command, Actor actor, Instant now) {
    Optional<Handover> due =
        board.handovers().stream()
            .filter(handover -> handover.number() == command.number())
            .filter(handover -> handover.lapsed(now))
            .findFirst();
    if (due.isEmpty()) {
      return Change.refused(Prose.of("It was answered."));
    }
    Handover offer = due.get();
    var change = new Change(incident, actor, now);
    Handover over = offer.ended(Handover.How.LAPSED, null, now);
    change.keep(over);
    change.entry(
        EntryKind.ROLE,
        "No answer from "
            + offer.awaited().name()
            + " within 10 minutes: "
            + offer.from().name()
            + " stays "
            + offer.role().words());
    if (incident.open()) {
      HandoverRules.tellOthers(change, over);
      change.thread();
      change.effect(new Effect.RefreshCard());
    }
    return change.accepted(Prose.of("Lapsed."));
  }

  private static Person person(Actor actor) {
    return Standing.person(actor)
        .orElseThrow(() -> new IllegalArgumentException("only a person answers"));
  }
}
