package io.evenkeel.bot.desk;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;

/** Keeps who came into an incident's channel: they may see it, and it counts as theirs. */
public final class Insiders {
  private final Database database;

  public Insiders(Database database) {
    this.database = database;
  }

  /**
   * Somebody joined a channel. Nothing happens when it is no incident's, or they are in already.
   *
   * @param now UTC at microseconds
   * @throws io.evenkeel.persistence.Unavailable while Postgres is away: to be told again
   */
  public void joined(ChannelId channel, PersonId person, Instant now) {
    database.query(tx -> {
      var incidents = new Incidents(tx);
      incidents
          .inChannel(channel)
          .ifPresent(incident -> incidents.addMember(incident, person, now));
      return channel;
    });
  }
}
