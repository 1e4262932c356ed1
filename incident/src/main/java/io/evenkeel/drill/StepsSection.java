package io.evenkeel.drill;

import io.evenkeel.incident.Person;
import java.time.Duration;
import java.time.Instant;

/** The steps in a report: when each was announced, and who said that it was done. */
record StepsSection(Drill drill) {
  void write(ReportText text) {
    text.row("step", "", "announced", "done", "by");
    text.row("---", "---", "---", "---", "---");
    int of = drill.length();
    for (Planned planned : Planned.of(drill.experiment())) {
      Drill.Done done =
          drill.steps().stream()
              .filter(one -> one.planned().number() == planned.number())
              .reduce((_, b) -> b)
              .orElse(null);
      text.row(
          "[" + planned.number() + "/" + of + "]",
          ReportText.flat(planned.text()),
          done == null ? "not reached" : ReportText.time(done.announcedAt()),
          done == null ? "" : finished(done),
          done == null ? "" : by(done));
    }
  }

  private static String finished(Drill.Done done) {
    Instant at = done.doneAt();
    String time =
        at == null
            ? ""
            : ReportText.time(at)
                + " (after "
                + Lengths.of(Duration.between(done.announcedAt(), at))
                + ")";
    return done.remark() == null ? time : time + ", " + ReportText.flat(done.remark());
  }

  private static String by(Drill.Done done) {
    Person by = done.doneBy();
    return done.doneAt() == null ? "" : by == null ? "Evenkeel" : ReportText.flat(by.name());
  }
}
