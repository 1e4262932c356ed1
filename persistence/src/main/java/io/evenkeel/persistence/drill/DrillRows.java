package io.evenkeel.persistence.drill;

import io.evenkeel.drill.Drill;
import io.evenkeel.drill.Planned;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.generated.tables.records.DrillRunRecord;
import io.evenkeel.persistence.generated.tables.records.DrillStepRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs of experiments and their steps to rows and back. */
final class DrillRows {
  private DrillRows() {}

  static Drill read(DrillRunRecord row, List<Drill.Done> steps) {
    Instant abortedAt = row.getAbortedAt();
    String why = row.getAbortedWhy();
    return new Drill(
        row.getIncident(),
        DrillJson.read(row.getExperiment()),
        new Person(row.getBegunBy(), row.getBegunByName()),
        row.getStartedAt(),
        Drill.State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
        row.getStep(),
        abortedAt == null || why == null ? null : new Drill.Aborted(why, abortedAt),
        row.getEndedAt(),
        row.getLookAt(),
        row.getUntil(),
        steps);
  }

  static Drill.Done step(DrillStepRecord row) {
    return new Drill.Done(
        new Planned(
            row.getNumber(),
            Planned.Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
            row.getText()),
        row.getAnnouncedAt(),
        row.getDoneAt(),
        person(row.getDoneBy(), row.getDoneByName()),
        row.getRemark());
  }

  static DrillRunRecord row(Drill drill) {
    var row = new DrillRunRecord();
    Drill.Aborted aborted = drill.aborted();
    row.setIncident(drill.incident());
    row.setName(drill.experiment().name());
    row.setExperiment(DrillJson.write(drill.experiment()));
    row.setBegunBy(drill.by().id());
    row.setBegunByName(drill.by().name());
    row.setStartedAt(drill.startedAt());
    row.setState(drill.state().word());
    row.setStep(drill.step());
    row.setAbortedAt(aborted == null ? null : aborted.at());
    row.setAbortedWhy(aborted == null ? null : aborted.why());
    row.setEndedAt(drill.endedAt());
    row.setLookAt(drill.lookAt());
    row.setUntil(drill.until());
    row.setClaimedUntil(null);
    return row;
  }

  static DrillStepRecord row(IncidentNumber incident, Drill.Done step) {
    var row = new DrillStepRecord();
    Person by = step.doneBy();
    row.setIncident(incident);
    row.setNumber(step.planned().number());
    row.setKind(step.planned().kind().word());
    row.setText(step.planned().text());
    row.setAnnouncedAt(step.announcedAt());
    row.setDoneAt(step.doneAt());
    row.setDoneBy(by == null ? null : by.id());
    row.setDoneByName(by == null ? null : by.name());
    row.setRemark(step.remark());
    return row;
  }

  private static @Nullable Person person(@Nullable PersonId id, @Nullable String name) {
    return id == null || name == null ? null : new Person(id, name);
  }
}
