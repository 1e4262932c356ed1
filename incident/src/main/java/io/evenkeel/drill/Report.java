package io.evenkeel.drill;

import io.evenkeel.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A drill's report in Markdown. Each figure in it was measured; where nothing was, it says "not
 * measured" and why. Times are UTC, in whole seconds.
 */
public final class Report {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Drill drill;
  private final Experiment experiment;
  private final List<Sample> samples;
  private final Findings findings;
  private final ReportText text = new ReportText();

  private Report(Drill drill, List<Sample> samples) {
    this.drill = drill;
    experiment = drill.experiment();
    this.samples = samples;
    findings = Findings.of(drill, samples);
  }

  /** All of it. */
  public static String of(Incident incident, Drill drill, List<Sample> samples) {
    return new Report(drill, samples).write(incident);
  }

  /** What everybody in the channel reads once it is over: the verdict and each probe in a line. */
  public static String summary(Drill drill, List<Sample> samples) {
    var report = new Report(drill, samples);
    var words = new StringBuilder("Drill over. ").append(report.verdict());
    for (Finding one : report.findings.probes()) {
      words
          .append("\n• ")
          .append(one.probe().name())
          .append(" (")
          .append(one.probe().bound().words(one.probe().unit()))
          .append("): before ")
          .append(SteadySection.value(one.before(), one.probe()))
          .append(", meanwhile ")
          .append(SteadySection.range(one))
          .append(", afterwards ")
          .append(SteadySection.value(one.after(), one.probe()));
    }
    return words.toString();
  }

  private String write(Incident incident) {
    text.line("# Drill report: " + ReportText.flat(incident.number() + " " + incident.title()));
    text.line("");
    text.line("Result: " + ReportText.flat(verdict()));
    text.line("");
    facts();
    text.heading("Hypothesis");
    text.line(ReportText.flat(experiment.hypothesis()));
    if (experiment.expected() != null) {
      text.line("");
      text.line("Expected: " + ReportText.flat(experiment.expected()));
    }
    text.heading("Steady state");
    new SteadySection(drill, samples, findings).write(text);
    text.heading("Steps");
    new StepsSection(drill).write(text);
    text.heading("Abort conditions");
    new AbortsSection(experiment, samples).write(text);
    text.heading("How it was measured");
    measured();
    return text.toString();
  }

  private String verdict() {
    return findings.verdict().words()
        + (findings.why().isEmpty() ? "." : ": " + String.join("; ", findings.why()) + ".");
  }

  private void facts() {
    Instant ended = drill.endedAt();
    text.row("", "");
    text.row("---", "---");
    text.row(
        "Experiment",
        ReportText.flat(experiment.name()) + ": " + ReportText.flat(experiment.title()));
    if (experiment.service() != null) {
      text.row("Service", ReportText.flat(experiment.service()));
    }
    text.row("Run by", ReportText.flat(drill.by().name()));
    text.row("Began", DAY.format(drill.startedAt()));
    text.row(
        "Ended",
        ended == null
            ? "it goes on"
            : DAY.format(ended)
                + ", after "
                + Lengths.of(Duration.between(drill.startedAt(), ended)));
    Drill.Aborted aborted = drill.aborted();
    text.row(
        "Aborted",
        aborted == null
            ? "no"
            : ReportText.time(aborted.at()) + " UTC: " + ReportText.flat(aborted.why()));
  }

  private void measured() {
    text.line(
        "By PromQL, every "
            + Lengths.of(experiment.every())
            + " (less often once it lasted an hour). Between two measurements nothing is known.");
    text.line("");
    for (Probe one : experiment.steady()) {
      text.line("- " + ReportText.flat(one.name()) + ": " + ReportText.code(one.promql()));
    }
    for (AbortCondition one : experiment.watched()) {
      text.line(
          "- "
              + ReportText.flat(one.name())
              + " (aborts): "
              + ReportText.code(one.promql() == null ? "" : one.promql()));
    }
  }
}
