package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.board.Due;
import io.evenkeel.persistence.inbox.Inbox;
import io.evenkeel.persistence.incident.Incidents;
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
    Actor actor = new Actor.Evenkeel();
    Answer answer =
        due.command() instanceof Command.OnPostmortem onPostmortem
            ? new Drafting(tx, house, incidents, actor, now).take(incident, onPostmortem)
            : Recording.record(
                tx,
                incidents,
                incident,
                Deciding.decide(tx, incident, due.command(), actor, now),
                actor,
                now);
    inbox.answer(key.key(), answer);
    return answer.recorded();
  }
}
