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
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Begins an incident, unless the same thing was just declared. Declares are serialised: two people,
 * one incident.
 */
final class Declaring {
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
      var same = SameThing.of(incidents, command, speaker, now);
      Optional<Incident> twice = same.twice();
      if (twice.isPresent()) {
        incidents
            .lock(twice.get().number())
            .ifPresent(locked -> quote(tx, incidents, locked, from, speaker, now));
        return same.said(twice.get());
      }
      Optional<Incident> like = same.like();
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
    Decision decision =
        from == null
            ? Incident.declare(number, command, actor, now, house.severities())
            : Incident.declare(number, command, from.quote(), actor, now, house.severities());
    Answer declared = Recording.record(tx, incidents, null, decision, actor, now);
    if (from != null && decision instanceof Decision.Accepted accepted) {
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
}
