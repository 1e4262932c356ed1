package io.evenkeel.drill;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A drill's report in Markdown. Each figure in it was measured; where nothing was, it says "not
 * measured" and why. Times are UTC, in whole seconds.
 */
public final class Report {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Drill drill;
  private final Experiment experiment;
  private final List<Sample> samples;
  private final Findings findings;
  private final StringBuilder text = new StringBuilder();

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
          .append(value(one.before(), one.probe()))
          .append(", meanwhile ")
          .append(range(one))
          .append(", afterwards ")
          .append(value(one.after(), one.probe()));
    }
    return words.toString();
  }

  private String write(Incident incident) {
    line("# Drill report: " + flat(incident.number() + " " + incident.title()));
    line("");
    line("Result: " + flat(verdict()));
    line("");
    facts();
    line("");
    line("## Hypothesis");
    line("");
    line(flat(experiment.hypothesis()));
    if (experiment.expected() != null) {
      line("");
      line("Expected: " + flat(experiment.expected()));
    }
    line("");
    line("## Steady state");
    line("");
    steady();
    line("");
    line("## Steps");
    line("");
    steps();
    line("");
    line("## Abort conditions");
    line("");
    aborts();
    line("");
    line("## How it was measured");
    line("");
    measured();
    return text.toString();
  }

  private String verdict() {
    return findings.verdict().words()
        + (findings.why().isEmpty() ? "." : ": " + String.join("; ", findings.why()) + ".");
  }

  private void facts() {
    Instant ended = drill.endedAt();
    row("", "");
    row("---", "---");
    row("Experiment", flat(experiment.name()) + ": " + flat(experiment.title()));
    if (experiment.service() != null) {
      row("Service", flat(experiment.service()));
    }
    row("Run by", flat(drill.by().name()));
    row("Began", DAY.format(drill.startedAt()));
    row(
        "Ended",
        ended == null
            ? "it goes on"
            : DAY.format(ended)
                + ", after "
                + Lengths.of(Duration.between(drill.startedAt(), ended)));
    Drill.Aborted aborted = drill.aborted();
    row(
        "Aborted",
        aborted == null ? "no" : TIME.format(aborted.at()) + " UTC: " + flat(aborted.why()));
  }

  private void steady() {
    row("what", "has to be", "before", "meanwhile", "longest out", "afterwards", "held");
    row("---", "---", "---", "---", "---", "---", "---");
    for (Finding one : findings.probes()) {
      Probe probe = one.probe();
      row(
          flat(probe.name()),
          probe.bound().words(probe.unit())
              + (probe.tolerate().isZero()
                  ? ""
                  : "; out of it for " + Lengths.of(probe.tolerate()) + " at most"),
          flat(value(one.before(), probe)),
          flat(range(one)),
          one.measured() == 0 ? "not measured" : Lengths.of(one.out()),
          flat(value(one.after(), probe)),
          switch (one.verdict()) {
            case HELD -> "yes";
            case DID_NOT_HOLD -> "no";
            case CANNOT_BE_SAID -> "cannot be said";
          });
    }
    recovered();
  }

  /** How long it took until all was well again, where that was seen. */
  private void recovered() {
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
          line("");
          line(
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
    return sample.within(experiment.steady().get(sample.number() - 1).bound()).orElse(false);
  }

  private void steps() {
    row("step", "", "announced", "done", "by");
    row("---", "---", "---", "---", "---");
    int of = drill.length();
    for (Planned planned : Planned.of(experiment)) {
      Drill.Done done =
          drill.steps().stream()
              .filter(one -> one.planned().number() == planned.number())
              .reduce((_, b) -> b)
              .orElse(null);
      row(
          "[" + planned.number() + "/" + of + "]",
          flat(planned.text()),
          done == null ? "not reached" : TIME.format(done.announcedAt()),
          done == null ? "" : finished(done),
          done == null ? "" : by(done));
    }
  }

  private static String finished(Drill.Done done) {
    Instant at = done.doneAt();
    String time =
        at == null
            ? ""
            : TIME.format(at)
                + " (after "
                + Lengths.of(Duration.between(done.announcedAt(), at))
                + ")";
    return done.remark() == null ? time : time + ", " + flat(done.remark());
  }

  private static String by(Drill.Done done) {
    Person by = done.doneBy();
    return done.doneAt() == null ? "" : by == null ? "Evenkeel" : flat(by.name());
  }

  private void aborts() {
    if (experiment.abort().isEmpty()) {
      line("The experiment names none.");
      return;
    }
    List<AbortCondition> watched = experiment.watched();
    for (AbortCondition one : experiment.abort()) {
      int number = watched.indexOf(one) + 1;
      Bound bound = one.bound();
      line("- " + flat(one.words()) + ". " + (bound == null ? people() : seen(number, one, bound)));
    }
  }

  private static String people() {
    return "Not measured: people had to see it.";
  }

  private String seen(int number, AbortCondition condition, Bound bound) {
    List<Sample> asked =
        samples.stream()
            .filter(one -> one.subject() == Sample.Subject.ABORT && one.number() == number)
            .toList();
    long measured = asked.stream().filter(one -> one.value() != null).count();
    if (measured == 0) {
      return "Not measured"
          + asked.stream()
              .map(Sample::why)
              .reduce((_, b) -> b)
              .map(why -> ": " + flat(why))
              .orElse(": it was never asked")
          + ".";
    }
    return asked.stream()
        .filter(one -> one.within(bound).orElse(false))
        .findFirst()
        .map(one ->
            "It held at " + TIME.format(one.at()) + " UTC: " + value(one, condition.unit()) + ".")
        .orElse("Measured " + measured + " times; it never held.");
  }

  private void measured() {
    line(
        "By PromQL, every "
            + Lengths.of(experiment.every())
            + " (less often once it lasted an hour). Between two measurements nothing is known.");
    line("");
    for (Probe one : experiment.steady()) {
      line("- " + flat(one.name()) + ": " + code(one.promql()));
    }
    for (AbortCondition one : experiment.watched()) {
      line(
          "- " + flat(one.name()) + " (aborts): " + code(one.promql() == null ? "" : one.promql()));
    }
  }

  private static String value(@Nullable Sample sample, Probe probe) {
    return sample == null ? "not measured: it was never asked" : value(sample, probe.unit());
  }

  private static String value(Sample sample, String unit) {
    return sample.value() == null
        ? "not measured: " + sample.why()
        : Bound.read(sample.value(), unit);
  }

  private static String range(Finding one) {
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

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String words) {
    text.append(words).append('\n');
  }

  /** One line that is text in every place of a Markdown table, whatever it says. */
  private static String flat(String words) {
    return words
        .replaceAll("\\s+", " ")
        .replace("\\", "\\\\")
        .replaceAll("([|<>`*_\\[\\]])", "\\\\$1");
  }

  private static String code(String promql) {
    String one = promql.replaceAll("\\s+", " ");
    return one.contains("`") ? "`` " + one + " ``" : "`" + one + "`";
  }
}
