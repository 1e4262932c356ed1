package io.evenkeel.bot.desk;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Sighting;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.incident.Incidents;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Records messages that were read for the timeline. */
public final class Sightings {
  private final Database database;
  private final InstantSource clock;

  public Sightings(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A message was found where a mark had been told of, or is gone. It may be told any number of
   * times: what is shown already, or is not wanted any more, is not shown again.
   *
   * @throws io.evenkeel.persistence.Unavailable while Postgres is away
   */
  public void told(IncidentNumber number, Sighting sighting) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    database.query(tx -> {
      var incidents = new Incidents(tx);
      incidents
          .lock(number)
          .ifPresent(incident ->
              new Capturing(tx, incidents, incident, sighting.message(), now).seen(sighting));
      return number;
    });
  }
}
