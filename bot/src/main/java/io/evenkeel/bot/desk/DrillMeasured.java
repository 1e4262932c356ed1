package io.evenkeel.bot.desk;

import io.evenkeel.drill.Drill;
import io.evenkeel.drill.DrillRules;
import io.evenkeel.drill.Sample;
import io.evenkeel.drill.Turn;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Incident;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.drill.Drills;
import io.evenkeel.persistence.incident.Incidents;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Takes what was measured of a drill. */
final class DrillMeasured {
  private DrillMeasured() {}

  /**
   * @return whether it counted
   */
  static boolean take(Transaction tx, Drill asked, List<Sample> samples, Instant at, Instant now) {
    var incidents = new Incidents(tx);
    var drills = new Drills(tx);
    Optional<Incident> free = incidents.lockIfFree(asked.incident());
    if (free.isEmpty()) {
      drills.release(asked.incident());
      return false;
    }
    Incident incident = free.get();
    Drill drill = drills.of(incident.number()).orElseThrow();
    if (drill.over()
        || drill.step() != asked.step()
        || !Objects.equals(drill.lookAt(), asked.lookAt())) {
      drills.release(asked.incident());
      return false;
    }
    var posting = new DrillPosting(tx, incidents, new Actor.Evenkeel(), now);
    if (!incident.open()) {
      posting.store(
          incident,
          DrillRules.stop(drill, "its incident ended (" + incident.status().word() + ")", now));
      return true;
    }
    Turn turn = DrillRules.measured(drill, drills.samples(incident.number()), samples, at, now);
    drills.add(incident.number(), samples);
    posting.store(incident, turn);
    return true;
  }
}
