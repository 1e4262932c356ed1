package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Errand;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.util.List;

/** What Evenkeel does by itself that belongs to no incident. */
final class Errands {
  private Errands() {}

  /**
   * Leaves what is to be said as effects of this transaction.
   *
   * @param at the time that has come; it may be long past
   * @return recorded when there is something to be said
   */
  static Answer run(Transaction tx, House house, Errand errand, Instant at, Instant now) {
    return switch (errand) {
      case Errand.TellOfActions(PersonId person) -> ActionDigest.tell(tx, person, at, now);
      case Errand.DeclareBreach(String service, String objective) ->
          new Breaching(tx, house, now).declare(service, objective);
      case Errand.TellExhausted(String service, String objective) ->
          new Breaching(tx, house, now).exhausted(service, objective);
      case Errand.TellAgain(IncidentNumber drill) ->
          new Replaying(tx, new Actor.Evenkeel(), now).goOn(drill);
      case Errand.AttendAlerts(String key) -> {
        boolean more = new Attending(tx, house, now).look(key);
        yield said(more ? "Alerts are acted on, and more wait." : "Alerts are acted on.");
      }
      case Errand.TellOfAlerts(IncidentNumber incident) ->
          new Testimony(tx, new Incidents(tx), now).sumUp(incident)
              ? said("Alerts are summed up.")
              : nothing();
      case Errand.TellOfShift(String schedule) -> ShiftChange.tell(tx, house, schedule, now);
    };
  }

  static Answer said(String what) {
    return new Answer(null, true, Prose.of(what), List.of());
  }

  static Answer nothing() {
    return Answer.unchanged(Prose.of("Nobody needs to be told any more."));
  }
}
