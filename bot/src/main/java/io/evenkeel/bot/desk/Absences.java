package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PageOrder;
import io.evenkeel.paging.Reply;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Records that somebody does not see their page, so that nobody waits for them. */
public final class Absences {
  private final Database database;
  private final House house;
  private final InstantSource clock;

  public Absences(Database database, House house, InstantSource clock) {
    this.database = database;
    this.house = house;
    this.clock = clock;
  }

  /**
   * Somebody cannot be written to, or has a time in which Slack shows them nothing. It may be told
   * any number of times; a time that is not now is passed over.
   *
   * @param from null for somebody who cannot be written to
   * @throws io.evenkeel.persistence.Unavailable while Postgres is away
   */
  public void told(
      IncidentNumber number, int page, int call, @Nullable Instant from, @Nullable Instant until) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (from != null && (from.isAfter(now) || until == null || !until.isAfter(now))) {
      return;
    }
    Reply why = from == null ? Reply.UNREACHABLE : Reply.AWAY;
    var missed = new Command.Paging(new PageOrder.Missed(page, call, why, until));
    database.query(tx -> {
      var incidents = new Incidents(tx);
      var actor = new Actor.Evenkeel();
      incidents
          .lock(number)
          .ifPresent(incident -> {
            Decision decision = Paging.decide(tx, house, incident, missed, actor, now);
            Recording.record(tx, incidents, incident, decision, actor, now);
          });
      return number;
    });
  }
}
