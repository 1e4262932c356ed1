package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TitleMatch;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Begins an incident, unless the same thing was just declared. Declares are serialised: two people,
 * one incident.
 */
final class Declaring {
  /**
   * The same words from the same person within this time are a second press, not a second incident.
   */
  private static final Duration SAME_WORDS = Duration.ofMinutes(2);

  /** A matching title of an open incident younger than this is a report of the same thing. */
  private static final Duration SAME_THING = Duration.ofMinutes(15);

  private Declaring() {}

  static Answer handle(
      Transaction tx, Command.Declare command, Actor actor, Instant now, SeverityScale severities) {
    var incidents = new Incidents(tx);
    PersonId speaker = Recording.person(actor).id();
    if (!command.separate()) {
      incidents.serialiseDeclares();
      Optional<Incident> like = like(incidents, command, speaker, now);
      if (like.isPresent()) {
        return again(tx, incidents, like.get(), command, actor, now);
      }
    }
    IncidentNumber number = incidents.nextNumber();
    Decision decision = Incident.declare(number, command, actor, now, severities);
    return Recording.record(tx, null, decision, actor, now);
  }

  private static Optional<Incident> like(
      Incidents incidents, Command.Declare command, PersonId speaker, Instant now) {
    if (command.mode() != Mode.LIVE) {
      return Optional.empty();
    }
    return incidents.declaredSince(now.minus(SAME_THING), speaker).stream()
        .filter(incident -> incident.mode() == Mode.LIVE)
        // What is told in private is not written into a public timeline, nor the other way round.
        .filter(incident -> incident.visibility() == command.visibility())
        .filter(incident -> TitleMatch.same(incident.title(), command.title()))
        .findFirst();
  }

  private static Answer again(
      Transaction tx,
      Incidents incidents,
      Incident like,
      Command.Declare command,
      Actor actor,
      Instant now) {
    boolean samePerson = like.declaredBy().id().equals(Recording.person(actor).id());
    boolean justNow =
        like.milestones()
            .at(Milestone.DECLARED)
            .map(at -> at.plus(SAME_WORDS).isAfter(now))
            .orElse(false);
    if (samePerson && justNow && like.title().equals(command.title())) {
      Prose words =
          Prose.of("You declared ")
              .strong(like.label())
              .text(" a moment ago, so no second incident began.");
      return new Answer(
          like.number(),
          false,
          words,
          List.of(Offer.plain("Declare another", command.separately())));
    }
    Incident locked = incidents.lock(like.number()).orElseThrow();
    return Recording.record(
        tx, locked, locked.decide(new Command.Report(command), actor, now), actor, now);
  }
}
