package io.evenkeel.bot.desk;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Topic;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Subscriptions;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who wants to be told of what. It is no part of any incident's story. */
final class Subscribing {
  /** More would fill a phone. */
  private static final int MOST_BUTTONS = 20;

  private final Transaction tx;
  private final SeverityScale severities;
  private final Incidents incidents;
  private final PersonId speaker;

  private Subscribing(Transaction tx, SeverityScale severities, Actor actor) {
    this.tx = tx;
    this.severities = severities;
    incidents = new Incidents(tx);
    speaker = Recording.person(actor).id();
  }

  static Answer handle(
      Transaction tx,
      House house,
      Utterance.Subscription said,
      Actor actor,
      @Nullable ChannelId place,
      Instant now) {
    var subscribing = new Subscribing(tx, house.severities(), actor);
    Optional<Topic> meant =
        Optional.ofNullable(said.topic())
            .or(() -> said.list() ? Optional.empty() : subscribing.here(place));
    if (meant.isEmpty()) {
      return subscribing.list();
    }
    Topic topic = meant.get();
    Incident incident = null;
    if (topic instanceof Topic.OfIncident(IncidentNumber number)) {
      var seen =
          Optional.of(number)
              .filter(one -> subscribing.incidents.maySee(one, subscribing.speaker))
              .flatMap(subscribing.incidents::find);
      if (seen.isEmpty()) {
        return Ordering.unknown(number);
      }
      incident = seen.get();
    }
    return said.on() ? subscribing.add(topic, incident, now) : subscribing.stop(topic, incident);
  }

  /** A channel that its incident hides is as any channel. */
  private Optional<Topic> here(@Nullable ChannelId place) {
    return Optional.ofNullable(place)
        .flatMap(incidents::inChannel)
        .filter(number -> incidents.maySee(number, speaker))
        .map(Topic.OfIncident::new);
  }

  private Answer add(Topic topic, @Nullable Incident incident, Instant now) {
    boolean news = new Subscriptions(tx).add(speaker, topic, now);
    Prose words = TopicWords.named(Prose.of("You subscribed to "), topic, incident);
    if (!news) {
      return new Answer(
          number(incident),
          false,
          words.text(" already. Nothing changed."),
          List.of(TopicWords.stop(topic)));
    }
    return new Answer(
        number(incident),
        true,
        words.text(TopicWords.told(topic, incident, severities)),
        List.of(TopicWords.stop(topic)));
  }

  private Answer stop(Topic topic, @Nullable Incident incident) {
    if (new Subscriptions(tx).remove(speaker, topic)) {
      return new Answer(
          number(incident),
          true,
          TopicWords.named(Prose.of("You unsubscribed from "), topic, incident)
              .text(": no more messages about it."),
          List.of(Offer.plain("Undo", "subscribe " + topic.typed())));
    }
    Prose words =
        TopicWords.named(Prose.of("You are not subscribed to "), topic, incident)
            .text(". Nothing changed.");
    List<Topic> mine = mine();
    return new Answer(
        number(incident),
        false,
        mine.isEmpty()
            ? words.text(" To be told: ").code("/incident subscribe " + topic.typed()).text(".")
            : words.text(" What you are subscribed to:"),
        mine.stream().limit(MOST_BUTTONS).map(TopicWords::stop).toList());
  }

  private Answer list() {
    List<Topic> mine = mine();
    if (mine.isEmpty()) {
      return TopicWords.none(severities);
    }
    Prose words = Prose.of("You are subscribed to:");
    for (Topic topic : mine) {
      Incident incident =
          topic instanceof Topic.OfIncident(IncidentNumber number)
              ? incidents.find(number).orElse(null)
              : null;
      words = TopicWords.named(words.text("\n• "), topic, incident);
      words =
          topic instanceof Topic.OfSeverity(Severity severity) && severities.rank(severity) > 0
              ? words.text(" and worse")
              : words;
    }
    return Answer.unchanged(
        words, mine.stream().limit(MOST_BUTTONS).map(TopicWords::stop).toArray(Offer[]::new));
  }

  /** Without incidents that are not theirs to see any more: nothing is sent of them. */
  private List<Topic> mine() {
    var mine = new ArrayList<Topic>(new Subscriptions(tx).of(speaker));
    mine.removeIf(topic ->
        topic instanceof Topic.OfIncident(IncidentNumber number)
            && !incidents.maySee(number, speaker));
    return mine;
  }

  private static @Nullable IncidentNumber number(@Nullable Incident incident) {
    return incident == null ? null : incident.number();
  }
}
