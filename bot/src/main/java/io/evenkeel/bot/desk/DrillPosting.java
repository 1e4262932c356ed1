package io.evenkeel.bot.desk;

import io.evenkeel.drill.Report;
import io.evenkeel.drill.Turn;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Measuring;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.drill.Drills;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.util.List;

/** Stores what became of a drill: its rows, and the entries that tell of it. */
final class DrillPosting {
  private static final Actor EVENKEEL = new Actor.Evenkeel();

  private final Transaction tx;
  private final Incidents incidents;
  private final Actor actor;
  private final Instant now;

  /**
   * @param actor who said what is recorded, or Evenkeel
   */
  DrillPosting(Transaction tx, Incidents incidents, Actor actor, Instant now) {
    this.tx = tx;
    this.incidents = incidents;
    this.actor = actor;
    this.now = now;
  }

  /**
   * Once it is over, everybody in the channel reads what was found.
   *
   * @param incident locked by this transaction
   */
  void store(Incident incident, Turn turn) {
    var drills = new Drills(tx);
    drills.keep(turn.next());
    Incident standing = incident;
    for (Turn.Note note : turn.notes()) {
      standing =
          record(
              standing,
              note.text(),
              heard(note.how()),
              note.byPerson() ? actor : EVENKEEL,
              note.at());
    }
    if (turn.next().over() && incident.open()) {
      post(standing, Report.summary(turn.next(), drills.samples(incident.number())));
    }
  }

  /** Evenkeel says it in the channel. */
  Incident post(Incident incident, String text) {
    return record(incident, text, Measuring.Heard.CHANNEL, EVENKEEL, now);
  }

  Incident record(Incident incident, String text, Measuring.Heard heard, Actor by, Instant at) {
    var decision = Measuring.decide(incident, List.of(text), heard, by, at, now);
    Recording.record(tx, incidents, incident, decision, by, now);
    return decision.next();
  }

  private static Measuring.Heard heard(Turn.How how) {
    return switch (how) {
      case QUIETLY -> Measuring.Heard.NOBODY;
      case POSTED -> Measuring.Heard.CHANNEL;
      case LOUDLY -> Measuring.Heard.CHANNEL_AND_COMMANDER;
    };
  }
}
