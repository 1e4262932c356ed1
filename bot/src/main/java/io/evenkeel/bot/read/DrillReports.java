package io.evenkeel.bot.read;

import io.evenkeel.drill.Drill;
import io.evenkeel.drill.Report;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.drill.Drills;
import io.evenkeel.persistence.incident.Incidents;
import java.util.Optional;

/** What was measured of drills, as documents. */
public final class DrillReports {
  private final Database database;

  public DrillReports(Database database) {
    this.database = database;
  }

  /**
   * A drill's report in Markdown; empty where that incident is no run of an experiment.
   *
   * @throws io.evenkeel.persistence.Unavailable while Postgres is away
   */
  public Optional<String> of(IncidentNumber number) {
    return database.query(tx -> {
      var drills = new Drills(tx);
      Optional<Drill> drill = drills.of(number);
      return drill
          .flatMap(_ -> new Incidents(tx).find(number))
          .map(incident -> Report.of(incident, drill.orElseThrow(), drills.samples(number)));
    });
  }
}
