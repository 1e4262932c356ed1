package io.evenkeel.bot.delivery;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Topic;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Subscriptions;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Members;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out who subscribed and sets down a message for each of them: here, so that no command pays
 * for it. Not told are who said it, who may not see it, and who is in the channel and did not ask
 * for this very incident: they have read it.
 */
final class Informs implements Action {
  private final Scene scene;
  private final SeverityScale severities;

  Informs(Scene scene, SeverityScale severities) {
    this.scene = scene;
    this.severities = severities;
  }

  /** None: Slack is not asked. */
  @Override
  public String method() {
    return "";
  }

  @Override
  public List<String> methods() {
    return List.of();
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) {
    List<TimelineEntry> entries = scene.excerpt().entries();
    if (!entries.isEmpty()) {
      attempt.read(tx -> inform(tx, entries));
    }
    return Map.of();
  }

  /** May run again after it was done: who is told is remembered with what is sent. */
  private int inform(Transaction tx, List<TimelineEntry> entries) {
    Incident incident = scene.incident();
    var subscriptions = new Subscriptions(tx);
    Map<PersonId, Topic> readers = subscriptions.readers(incident, severities);
    if (readers.isEmpty()) {
      return 0;
    }
    TimelineEntry last = entries.getLast();
    Set<PersonId> there = new HashSet<>(new Members(tx).of(incident.number()));
    List<Effect> briefs = new ArrayList<>();
    readers.forEach((person, topic) -> {
      boolean readIt = there.contains(person) && !(topic instanceof Topic.OfIncident);
      if (!readIt
          && !said(last.actor(), person)
          && maySee(tx, incident, person)
          && subscriptions.brief(incident.number(), person, topic, last.seq())) {
        briefs.add(new Effect.Brief(person, entries.getFirst().seq(), last.seq()));
      }
    });
    new Effects(tx).enqueue(incident.number(), briefs, last.recordedAt());
    return briefs.size();
  }

  static boolean maySee(Transaction tx, Incident incident, PersonId person) {
    return incident.visibility() == Visibility.PUBLIC
        || new Incidents(tx).maySee(incident.number(), person);
  }

  private static boolean said(Actor actor, PersonId person) {
    return switch (actor) {
      case Actor.Human human -> human.person().id().equals(person);
      case Actor.Via via -> via.person().id().equals(person);
      case Actor.Evenkeel _ -> false;
    };
  }
}
