package io.evenkeel.bot.desk;

import io.evenkeel.drill.Replay;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.drill.Replays;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Members;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An incident is to be told again in a drill of its own. Evenkeel declares it, so that nobody
 * commands until somebody takes it: that is scored. One that is private is told again to its own
 * insiders alone, in private.
 */
final class ReplayBeginning {
  private final Transaction tx;
  private final House house;
  private final Actor actor;
  private final Instant now;
  private final Incidents incidents;

  ReplayBeginning(Transaction tx, House house, Actor actor, Instant now) {
    this.tx = tx;
    this.house = house;
    this.actor = actor;
    this.now = now;
    incidents = new Incidents(tx);
  }

  Answer begin(IncidentNumber number, int speed) {
    Person speaker = Recording.person(actor);
    Optional<Incident> found =
        Optional.of(number)
            .filter(one -> incidents.maySee(one, speaker.id()))
            .flatMap(incidents::find);
    if (found.isEmpty()) {
      return Ordering.unknown(number);
    }
    Incident source = found.get();
    if (source.open()) {
      return Answer.unchanged(
          Prose.of("Nothing was begun: ")
              .strong(source.label())
              .text(" goes on. It can be told again once it is over."));
    }
    if (Replaying.told(tx, number).isEmpty()) {
      return Answer.unchanged(
          Prose.of("Nothing was begun: the timeline of ")
              .strong(source.label())
              .text(" has no alert and no update that could be told again."));
    }
    Actor evenkeel = new Actor.Evenkeel();
    Answer declared = Declaring.handle(tx, house, declaration(source), null, evenkeel, now);
    IncidentNumber drill = declared.incident();
    if (!declared.recorded() || drill == null) {
      return declared;
    }
    new Members(tx).add(drill, speaker.id(), now);
    new Effects(tx).enqueue(drill, List.of(new Effect.Invite(speaker.id())), now);
    new Replays(tx).keep(Replay.begun(drill, number, speed, speaker, now));
    Incident incident = incidents.lock(drill).orElseThrow();
    new DrillPosting(tx, incidents, evenkeel, now)
        .post(
            incident,
            "This is a drill. What was heard in "
                + number
                + " is told again here, "
                + speed
                + " times as fast; each of it begins with REPLAYED. Take command, say updates and"
                + " mitigate as if it were real. Once you resolve it, it is compared with "
                + number
                + ".");
    return new Answer(
        drill,
        true,
        Prose.of("Begun: ")
            .strong(incident.label())
            .text(". You are invited to its channel. Nobody commands yet: the first who says ")
            .code("/incident take ic")
            .text(" there does."),
        List.of());
  }

  private static Command.Declare declaration(Incident source) {
    String title = "Replay of " + source.number() + ": " + source.title();
    return new Command.Declare(
        title.length() > 140 ? title.substring(0, 140) : title,
        source.severity(),
        source.services(),
        null,
        null,
        source.visibility(),
        Mode.DRILL,
        true,
        null);
  }
}
