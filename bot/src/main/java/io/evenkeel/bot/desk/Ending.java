package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Finishing;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.Status;
import io.evenkeel.incident.WorkingMorning;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.postmortem.Postmortems;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;

/** What the end of an incident sets in motion for its postmortem. */
final class Ending {
  private Ending() {}

  /** The answer, with buttons for who finishes the postmortem where this severity asks for one. */
  static Answer of(
      Transaction tx,
      Finishing finishing,
      Incident before,
      Incident after,
      Answer answer,
      Actor actor,
      Instant now) {
    boolean ended = before.open() && after.status() == Status.RESOLVED;
    Finishing.Asks asks = finishing.of(after.severity());
    if (!ended || after.mode() != Mode.LIVE || asks == Finishing.Asks.NOTHING) {
      return answer;
    }
    var postmortems = new Postmortems(tx);
    Postmortem about = postmortems.of(after.number());
    Person me = Recording.person(actor);
    Person commander = after.commander().map(Incident.Holder::person).orElse(me);
    Person owner = about.owner();
    var people = new People(tx);
    if (asks == Finishing.Asks.OWNER || owner != null) {
      ZoneId zone = people.zone(owner == null ? commander.id() : owner.id());
      postmortems.keep(after.number(), about.toBeAsked(WorkingMorning.after(now, zone)), now);
    }
    return owner == null
        ? offered(answer, after, me, commander, by(finishing, people.zone(me.id()), now))
        : answer;
  }

  private static String by(Finishing finishing, ZoneId zone, Instant now) {
    return " --due " + WorkingMorning.daysAfter(now, zone, finishing.days());
  }

  private static Answer offered(
      Answer answer, Incident incident, Person me, Person commander, String by) {
    String rest = by + " --incident-id " + incident.number();
    var offers = new ArrayList<>(answer.offers());
    offers.add(Offer.plain("I finish the postmortem", "postmortem owner me" + rest));
    if (!commander.id().equals(me.id())) {
      offers.add(
          Offer.plain(
              commander.name() + " finishes it",
              "postmortem owner <@" + commander.id() + ">" + rest));
    }
    return new Answer(
        answer.incident(),
        answer.recorded(),
        answer.words().text(" Who finishes the postmortem?"),
        offers);
  }
}
