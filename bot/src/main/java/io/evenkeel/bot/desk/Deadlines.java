package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.PostmortemCommand;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.inbox.Inbox;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.slo.Prices;
import java.time.Instant;
import java.util.Optional;

/** Acts on something whose time has come, as Evenkeel itself. */
final class Deadlines {
  private Deadlines() {}

  /**
   * Whoever is changing the incident right now goes first, so nobody waits here: the next look
   * finds it again. The incident is locked before the key is claimed, other than for a command:
   * only sweeps claim these keys, and no two of them have the incident.
   *
   * @return whether something was recorded
   */
  static boolean act(Transaction tx, House house, Due due, Instant now) {
    return switch (due) {
      case Due.OfIncident ofIncident -> act(tx, house, ofIncident, now);
      case Due.OfHouse ofHouse -> act(tx, house, ofHouse, now);
    };
  }

  /** Whoever claims the key first does it; others wait for that one and do nothing. */
  private static boolean act(Transaction tx, House house, Due.OfHouse due, Instant now) {
    var key = new InboxKey(due.key(), due.errand().toString());
    var inbox = new Inbox(tx);
    if (inbox.claim(key.key(), key.bodyHash(), now).isPresent()) {
      return false;
    }
    Answer answer = Errands.run(tx, house, due.errand(), due.at(), now);
    inbox.answer(key.key(), answer);
    return answer.recorded();
  }

  private static boolean act(Transaction tx, House house, Due.OfIncident due, Instant now) {
    var incidents = new Incidents(tx);
    Optional<Incident> free = incidents.lockIfFree(due.incident());
    if (free.isEmpty()) {
      return false;
    }
    var key = new InboxKey(due.key(), due.command().toString());
    var inbox = new Inbox(tx);
    if (inbox.claim(key.key(), key.bodyHash(), now).isPresent()) {
      return false;
    }
    Incident incident = free.get();
    Answer answer = act(tx, house, incidents, incident, due.command(), now);
    inbox.answer(key.key(), answer);
    return answer.recorded();
  }

  private static Answer act(
      Transaction tx,
      House house,
      Incidents incidents,
      Incident incident,
      Command.OnIncident command,
      Instant now) {
    Actor actor = new Actor.Evenkeel();
    if (command instanceof PostmortemCommand onPostmortem) {
      return new Drafting(tx, house, incidents, actor, now).take(incident, onPostmortem);
    }
    if (command instanceof Command.Remind remind) {
      return Reminding.remind(tx, house, incidents, incident, remind.reminder(), now);
    }
    if (command instanceof Command.RecordMeasured(String text)) {
      new Prices(tx).told(incident.number(), text);
    }
    return Recording.record(
        tx,
        incidents,
        incident,
        Deciding.decide(tx, house, incident, command, actor, now),
        actor,
        now);
  }
}
