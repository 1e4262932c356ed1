package io.evenkeel.bot.desk;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.Effects;
import io.evenkeel.persistence.inbox.Inbox;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Members;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps who is in an incident's channel: they may see it, it counts as theirs, and who comes is
 * greeted.
 */
public final class Insiders {
  private static final Logger log = LoggerFactory.getLogger(Insiders.class);

  /** Nobody is answered; the inbox wants one. */
  private static final Answer NOTED = Answer.unchanged(Prose.of(""));

  private final Database database;

  public Insiders(Database database) {
    this.database = database;
  }

  /**
   * Somebody came or left. Nothing happens when the channel is no incident's, when the same was
   * told before, or when something newer was.
   *
   * @param now UTC at microseconds
   * @throws io.evenkeel.persistence.Unavailable within 2.3 s while Postgres is away: to be told
   *     again under the same key
   */
  public void told(InboxKey key, Membership change, Instant now) {
    database.query(
        Database.COMMAND_LIMIT,
        tx -> {
          new Incidents(tx)
              .inChannel(change.channel())
              .ifPresent(incident -> once(tx, key, incident, change, now));
          return change;
        });
  }

  private static void once(
      Transaction tx, InboxKey key, IncidentNumber incident, Membership change, Instant now) {
    var inbox = new Inbox(tx);
    if (inbox.claim(key.key(), key.bodyHash(), now).isPresent()) {
      return;
    }
    if (!new Members(tx).told(incident, change.person(), change.present(), change.at())) {
      log.info("{}: what Slack told late about {} is past", incident, change.person());
    } else if (change.present()) {
      greet(tx, incident, change.person(), now);
    }
    inbox.answer(key.key(), NOTED);
  }

  /** Who declared it knows what is going on, and when it is over nothing is. */
  private static void greet(Transaction tx, IncidentNumber number, PersonId person, Instant now) {
    new Incidents(tx)
        .find(number)
        .filter(incident -> incident.open() && !incident.declaredBy().id().equals(person))
        .ifPresent(_ -> new Effects(tx).enqueue(number, List.of(new Effect.Greet(person)), now));
  }
}
