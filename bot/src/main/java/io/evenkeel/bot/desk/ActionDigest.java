package io.evenkeel.bot.desk;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Transaction;
import java.time.Instant;

/** Tells one person of all their action items that are due, in one message. */
final class ActionDigest {
  private ActionDigest() {}

  static Answer tell(Transaction tx, House house, PersonId person, Instant at, Instant now) {
    return Errands.nothing();
  }
}
