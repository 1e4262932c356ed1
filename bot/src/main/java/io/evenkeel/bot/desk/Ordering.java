package io.evenkeel.bot.desk;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.PostmortemCommand;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Merges;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the incident a command is for, and applies it: the named one, else the channel's, else the
 * person's only one.
 */
final class Ordering {
  private Ordering() {}

  static Answer handle(
      Transaction tx,
      House house,
      Utterance.Order order,
      Actor actor,
      @Nullable ChannelId place,
      Instant now) {
    var incidents = new Incidents(tx);
    PersonId speaker = Recording.person(actor).id();
    if (order.command() instanceof Command.Merge || order.command() instanceof Command.UndoMerge) {
      new Merges(tx).serialise();
    }
    if (order.target() == null && place != null) {
      // Nearly every command is said in the room of its incident: one look finds and locks it.
      Optional<Incident> here = incidents.lockIn(place, speaker);
      if (here.isPresent()) {
        return apply(tx, house, incidents, here.get(), order, true, actor, now);
      }
    }
    IncidentNumber number = order.target();
    if (number != null) {
      // Whoever may not see it neither waits for it nor holds others up.
      return Optional.of(number)
          .filter(seen -> incidents.maySee(seen, speaker))
          .flatMap(incidents::lock)
          .map(incident -> {
            boolean here = place != null && incidents.inChannel(place).equals(Optional.of(number));
            return apply(tx, house, incidents, incident, order, here, actor, now);
          })
          .orElseGet(() -> unknown(number));
    }
    List<Incident> own = incidents.openOf(speaker);
    if (own.size() == 1 && WhichIncident.harmless(order.command())) {
      Incident only = incidents.lock(own.getFirst().number()).orElseThrow();
      return apply(tx, house, incidents, only, order, false, actor, now);
    }
    return WhichIncident.ask(order, own);
  }

  private static Answer apply(
      Transaction tx,
      House house,
      Incidents incidents,
      Incident incident,
      Utterance.Order order,
      boolean here,
      Actor actor,
      Instant now) {
    var person = Recording.person(actor);
    var refused =
        Permission.refused(tx, house.policy(), order.verb(), incident, person, here, now)
            .or(() -> Rooms.refused(tx, incident, order.command()));
    if (refused.isPresent()) {
      return refused.get();
    }
    if (order.command() instanceof Command.Merge(var into)) {
      return new Uniting(tx, house, incidents, actor, now).merge(incident, into);
    }
    if (order.command() instanceof Command.UndoMerge) {
      return new Uniting(tx, house, incidents, actor, now).undo(incident);
    }
    if (order.command() instanceof PostmortemCommand onPostmortem) {
      return new Drafting(tx, house, incidents, actor, now).take(incident, onPostmortem);
    }
    if (order.command() instanceof Command.Snooze snooze) {
      return Reminding.snooze(tx, incident, snooze, person, now);
    }
    Decision decision = Deciding.decide(tx, house, incident, order.command(), actor, now);
    Answer recorded = Recording.record(tx, incidents, incident, decision, actor, now);
    Answer paged = Paging.follow(tx, house, incidents, decision, recorded, now);
    Answer answer = Responding.follow(tx, house, incidents, incident, decision, paged, now);
    if (!(decision instanceof Decision.Accepted accepted)) {
      return answer;
    }
    if (order.command() instanceof Command.SharePostmortem) {
      return new Drafting(tx, house, incidents, actor, now).shared(incident, answer);
    }
    Incident next = accepted.next();
    Answer followed = FollowUp.of(tx, house.severities(), incident, next, answer, now);
    return Ending.of(tx, house.finishing(), incident, next, followed, actor, now);
  }

  static Answer unknown(IncidentNumber number) {
    return Answer.unchanged(
        Prose.of("There is no " + number + " that you can see. Nothing was recorded. ")
            .code("/incident list all")
            .text(" shows every incident."),
        Offer.plain("Open incidents", "list"));
  }
}
