package io.evenkeel.bot.desk;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mark;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.TitleMatch;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /**
   * Who may declare is asked of people; Evenkeel itself declares what it was told to.
   *
   * @param from the message that it was declared from; null when there is none
   */
  static Answer handle(
      Transaction tx,
      House house,
      Command.Declare typed,
      Utterance.@Nullable Quoted from,
      Actor actor,
      Instant now) {
    Command.Declare command = Serving.named(house, typed);
    var incidents = new Incidents(tx);
    Person person = declarer(actor);
    PersonId speaker = person.id();
    Optional<Answer> refused =
        person.human() ? Permission.refusedToDeclare(tx, house.policy(), person) : Optional.empty();
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!command.separate() || command.here() != null) {
      incidents.serialiseDeclares();
    }
    ChannelId here = command.here();
    Optional<Answer> taken =
        here == null ? Optional.empty() : Adopting.refused(tx, incidents, here, speaker);
    if (taken.isPresent()) {
      return taken.get();
    }
    if (!command.separate()) {
      List<Incident> recent =
          incidents.declaredSince(now.minus(SAME_THING), speaker).stream()
              .filter(incident -> incident.mode() == command.mode())
              // What is told in private is not written into a public timeline, nor the reverse.
              .filter(incident -> incident.visibility() == command.visibility())
              .toList();
      Optional<Incident> twice =
          recent.stream().filter(incident -> twice(incident, command, speaker, now)).findFirst();
      if (twice.isPresent()) {
        incidents
            .lock(twice.get().number())
            .ifPresent(locked -> quote(tx, incidents, locked, from, speaker, now));
        return said(twice.get(), command);
      }
      Optional<Incident> like = recent.stream().filter(one -> like(one, command)).findFirst();
      if (like.isPresent()) {
        Incident locked = incidents.lock(like.get().number()).orElseThrow();
        Decision report = locked.decide(Reported.from(command, from, locked), actor, now);
        Answer reported = Recording.record(tx, incidents, locked, report, actor, now);
        if (report instanceof Decision.Accepted accepted) {
          quote(tx, incidents, accepted.next(), from, speaker, now);
        }
        return reported;
      }
    }
    IncidentNumber number = incidents.nextNumber();
    if (from == null) {
      Decision decision = Incident.declare(number, command, actor, now, house.severities());
      Answer recorded = Recording.record(tx, incidents, null, decision, actor, now);
      Answer paged = Paging.follow(tx, house, incidents, decision, recorded, now);
      Answer last = Responding.follow(tx, house, incidents, null, decision, paged, now);
      Answer known = Serving.told(tx, house, command, last, now);
      return Unfinished.with(tx, command, speaker, known);
    }
    Decision decision =
        Incident.declare(number, command, from.quote(), actor, now, house.severities());
    Answer declared = Recording.record(tx, incidents, null, decision, actor, now);
    if (decision instanceof Decision.Accepted accepted) {
      new Capturing(tx, incidents, accepted.next(), from.quote().message(), now)
          .first(asked(from, speaker));
    }
    Answer paged = Paging.follow(tx, house, incidents, decision, declared, now);
    Answer last = Responding.follow(tx, house, incidents, null, decision, paged, now);
    Answer known = Serving.told(tx, house, command, last, now);
    return Unfinished.with(tx, command, speaker, known);
  }

  private static Person declarer(Actor actor) {
    return actor instanceof Actor.Evenkeel ? Person.EVENKEEL : Recording.person(actor);
  }

  private static void quote(
      Transaction tx,
      Incidents incidents,
      Incident locked,
      Utterance.@Nullable Quoted from,
      PersonId speaker,
      Instant now) {
    if (from != null) {
      new Capturing(tx, incidents, locked, from.quote().message(), now)
          .quoted(from.quote(), asked(from, speaker));
    }
  }

  private static Mark asked(Utterance.Quoted from, PersonId speaker) {
    return new Mark(Mark.Kind.ASKED, speaker, true, from.asked());
  }

  /** The same words from the same person, a moment ago. */
  private static boolean twice(
      Incident incident, Command.Declare command, PersonId speaker, Instant now) {
    return incident.declaredBy().id().equals(speaker)
        && incident.title().equals(command.title())
        && incident
            .milestones()
            .at(Milestone.DECLARED)
            .map(at -> at.plus(SAME_WORDS).isAfter(now))
            .orElse(false);
  }

  /** A drill is nobody's report of anything. */
  private static boolean like(Incident incident, Command.Declare command) {
    return incident.mode() == Mode.LIVE && TitleMatch.same(incident.title(), command.title());
  }

  /** The severity alone may be new: it is not dropped without a word. */
  private static Answer said(Incident incident, Command.Declare command) {
    Prose words =
        Prose.of("You declared ")
            .strong(incident.label())
            .text(" a moment ago, so no second incident began.");
    Offer another = Offer.plain("Declare another", command.separately());
    Severity severity = command.severity();
    if (severity == null || severity.equals(incident.severity())) {
      return new Answer(incident.number(), false, words, List.of(another));
    }
    String change =
        "severity " + Offer.quoted(severity.name()) + " --incident-id " + incident.number();
    return new Answer(
        incident.number(),
        false,
        words.text(" It stays " + incident.severity() + " unless you change it."),
        List.of(Offer.primary("Make it " + severity, change), another));
  }
}
