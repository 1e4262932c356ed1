package io.evenkeel.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steady state in a report: what was measured of each probe, and whether it came back. */
record SteadySection(Drill drill, List<Sample> samples, Findings findings) {
  void write(ReportText text) {
    text.row("what", "has to be", "before", "meanwhile", "longest out", "afterwards", "held");
    text.row("---", "---", "---", "---", "---", "---", "---");
    for (Finding one : findings.probes()) {
      Probe probe = one.probe();
      text.row(
          ReportText.flat(probe.name()),
          probe.bound().words(probe.unit())
              + (probe.tolerate().isZero()
                  ? ""
                  : "; out of it for " + Lengths.of(probe.tolerate()) + " at most"),
          ReportText.flat(value(one.before(), probe)),
          ReportText.flat(range(one)),
          one.measured() == 0 ? "not measured" : Lengths.of(one.out()),
          ReportText.flat(value(one.after(), probe)),
          switch (one.verdict()) {
            case HELD -> "yes";
            case DID_NOT_HOLD -> "no";
            case CANNOT_BE_SAID -> "cannot be said";
          });
    }
    recovered(text);
  }

  /** How long it took until all was well again, where that was seen. */
  private void recovered(ReportText text) {
    drill.steps().stream()
        .filter(one -> one.planned().kind() == Planned.Kind.AFTER)
        .findFirst()
        .ifPresent(step -> {
          List<Sample> after = samples.stream().filter(one -> one.phase() == Phase.AFTER).toList();
          Instant done = step.doneAt();
          boolean back =
              findings.probes().stream()
                  .map(Finding::after)
                  .allMatch(one -> one != null && inBound(one));
          text.line("");
          text.line(
              after.isEmpty()
                  ? "Whether the steady state came back was not measured."
                  : back && done != null
                      ? "The steady state was seen "
                          + Lengths.of(Duration.between(step.announcedAt(), done))
                          + " after the last step."
                      : "The steady state was not seen again.");
        });
  }

  private boolean inBound(Sample sample) {
    return sample
        .within(drill.experiment().steady().get(sample.number() - 1).bound())
        .orElse(false);
  }

  static String value(@Nullable Sample sample, Probe probe) {
    return sample == null
        ? "not measured: it was never asked"
        : AbortsSection.value(sample, probe.unit());
  }

  static String range(Finding one) {
    String unit = one.probe().unit();
    if (one.least() == null || one.most() == null) {
      return "not measured: " + (one.missing() == null ? "it was never asked" : one.missing());
    }
    String values =
        one.least().compareTo(one.most()) == 0
            ? Bound.read(one.least(), unit)
            : Bound.read(one.least(), "") + " to " + Bound.read(one.most(), unit);
    return values
        + " ("
        + one.measured()
        + " measured"
        + (one.missed() == 0 ? "" : ", " + one.missed() + " not measured: " + one.missing())
        + ")";
  }
}
