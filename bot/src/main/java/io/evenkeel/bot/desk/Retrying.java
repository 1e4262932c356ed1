package io.evenkeel.bot.desk;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditEntry;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.delivery.Parked;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has what could not be done in Slack tried again, for anybody who may see the incident. It is no
 * part of the incident's story, so the audit tells it and the timeline does not.
 */
final class Retrying {
  /** More would hide the words above them on a phone. */
  private static final int MOST_BUTTONS = 5;

  private Retrying() {}

  static Answer handle(
      Transaction tx, Utterance.Retry retry, Actor actor, @Nullable ChannelId place, Instant now) {
    var incidents = new Incidents(tx);
    PersonId speaker = Recording.person(actor).id();
    Optional<IncidentNumber> meant =
        Optional.ofNullable(retry.target())
            // A channel that its incident hides is as any channel.
            .or(() ->
                Optional.ofNullable(place)
                    .flatMap(incidents::inChannel)
                    .filter(number -> incidents.maySee(number, speaker)));
    if (meant.isPresent()) {
      IncidentNumber number = meant.get();
      return Optional.of(number)
          .filter(seen -> incidents.maySee(seen, speaker))
          .flatMap(incidents::find)
          .map(incident -> again(tx, incident, actor, now))
          .orElseGet(() -> Ordering.unknown(number));
    }
    List<Incident> own = incidents.openOf(speaker);
    Map<IncidentNumber, Integer> parked =
        new Parked(tx).counts(own.stream().map(Incident::number).toList());
    List<Incident> waiting =
        own.stream().filter(incident -> parked.containsKey(incident.number())).toList();
    return waiting.size() == 1 ? again(tx, waiting.getFirst(), actor, now) : ask(waiting);
  }

  private static Answer again(Transaction tx, Incident incident, Actor actor, Instant now) {
    int count = new Parked(tx).retry(incident.number());
    if (count == 0) {
      return Answer.unchanged(
          Prose.of("Nothing of ")
              .strong(incident.label())
              .text(" waits: all that Slack was asked for is done or on its way."));
    }
    new Effects(tx).enqueue(incident.number(), List.of(new Effect.RefreshCard()), now);
    new Audit(tx)
        .add(
            new AuditEntry(
                Recording.person(actor).id().value(),
                "retry",
                incident.number().toString(),
                count + " tried again by " + actor.name()));
    return Answer.recorded(
        incident.number(),
        Prose.of("Trying " + (count == 1 ? "one thing" : count + " things") + " of ")
            .strong(incident.label())
            .text(
                " again. What Slack still refuses stands on the card, and the commander is told."));
  }

  private static Answer ask(List<Incident> waiting) {
    if (waiting.isEmpty()) {
      return Answer.unchanged(
          Prose.of("Nothing of your open incidents waits. To name another one: ")
              .code("/incident retry INC-12")
              .text("."));
    }
    return Answer.unchanged(
        Prose.of("Something of " + waiting.size() + " of your open incidents waits. Which one?"),
        waiting.stream()
            .limit(MOST_BUTTONS)
            .map(incident ->
                Offer.plain(
                    "Try " + incident.number() + " again",
                    "retry --incident-id " + incident.number()))
            .toArray(Offer[]::new));
  }
}
