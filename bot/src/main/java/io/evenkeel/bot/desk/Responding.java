package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.Happenings;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Responses;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.response.Deed;
import io.evenkeel.response.Happening;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows by the rules of the installation, in the transaction of what they follow from. */
final class Responding {
  private Responding() {}

  /**
   * Asks Postgres nothing where no rule answers.
   *
   * @param incidents where the incident was locked
   * @param before null when it was declared
   * @param answer what the decision answers; what the rules did is said behind it
   */
  static Answer follow(
      Transaction tx,
      House house,
      Incidents incidents,
      @Nullable Incident before,
      Decision decision,
      Answer answer,
      Instant now) {
    if (!(decision instanceof Decision.Accepted accepted)) {
      return answer;
    }
    Incident after = accepted.next();
    List<Happening> happened = Happenings.between(before, after, house.severities());
    List<Deed> wanted = house.rules().of(happened);
    List<Deed> deeds =
        wanted.isEmpty()
            ? wanted
            : Responses.settled(wanted, after.severity(), new Roll(tx, house));
    Answer last = deeds.isEmpty() ? answer : done(tx, house, incidents, after, deeds, answer, now);
    new Effects(tx)
        .enqueue(after.number(), Responses.hooks(after, house.rules().told(happened), now), now);
    return last;
  }

  private static Answer done(
      Transaction tx,
      House house,
      Incidents incidents,
      Incident after,
      List<Deed> deeds,
      Answer answer,
      Instant now) {
    IncidentNumber number = after.number();
    // As it stands: a page that the command asked for may have changed it since.
    Incident incident = incidents.lock(number).orElseThrow();
    Responses.Response response =
        Responses.to(incident, new Boards(tx).of(number), deeds, new Roll(tx, house), now);
    Decision step = response.decision();
    Answer last = answer;
    if (step != null) {
      var evenkeel = new Actor.Evenkeel();
      Answer recorded = Recording.record(tx, incidents, incident, step, evenkeel, now);
      Answer paged = Paging.follow(tx, house, incidents, step, recorded, now);
      last =
          new Answer(
              answer.incident(),
              answer.recorded(),
              answer.words().text(" ").then(paged.words()),
              answer.offers());
    }
    var effects = new Effects(tx);
    response.said().forEach(said -> effects.say(said, now));
    return last;
  }
}
